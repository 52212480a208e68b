import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { Link } from 'react-router-dom';
import { DraftKept, EmptyState } from '../../components';
import { useTranslation } from '../../hooks';
import { useLeftDraft } from '../../hooks/useFormDraft';
import { rootRouteRef } from '../../routes';
import { createDraftKey, draftSchema } from './draft/draft';
import { hasOwnWork } from './proposal/repropose';

/** In place of the form, for somebody who may create in no team, or no longer. */
export function NoTeam({ me }: { me: Me }) {
  const { t } = useTranslation();
  const list = useRouteRef(rootRouteRef)();
  const draft = useLeftDraft(createDraftKey(me.email), draftSchema);
  const text = me.teams.length === 0 ? 'none' : 'viewer';
  return (
    <EmptyState
      text={t(`create.noTeam.${text}`)}
      action={
        <>
          {draft && hasOwnWork(draft.values, draft.proposal) && <DraftKept />}
          <Button variant="outlined" component={Link} to={list}>
            {t('components.page.toList')}
          </Button>
        </>
      }
    />
  );
}
