import Button from '@mui/material/Button';
import type { Me } from '@butler-portal/plugin-butler-common';
import { EmptyState } from '../../components';
import { useTranslation } from '../../hooks';
import { mayCreateSomewhere } from './audience';
import { CreateButton } from './CreateButton';

/** There is not one workspace to show, whatever the filters. */
export function EmptyList({ me }: { me: Me }) {
  const { t } = useTranslation();
  return mayCreateSomewhere(me) ? (
    <EmptyState text={t('list.empty.own')} action={<CreateButton />} />
  ) : (
    <EmptyState text={t('list.empty.viewer')} />
  );
}

/** There are workspaces, but none of the person's own. */
export function NoneOfMine({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      text={t('list.empty.mine')}
      action={
        <Button variant="outlined" onClick={onShowAll}>
          {t('list.empty.showAll')}
        </Button>
      }
    />
  );
}

/** There are workspaces, but none that matches. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      text={t('list.empty.noMatch')}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('list.empty.clear')}
        </Button>
      }
    />
  );
}

/** The person is in no team: says who can change that, instead of waiting for ever. */
export function NoTeam({
  email,
  onRetry,
}: {
  email: string;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  return (
    <EmptyState
      text={t('list.empty.noTeam', { email })}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('list.empty.again')}
        </Button>
      }
    />
  );
}
