import Stack from '@mui/material/Stack';
import {
  DotfilesFields,
  RepositoriesFields,
} from '../../../components/specForm';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import { LayoutPreview } from './LayoutPreview';

interface CodeStepProps {
  /** Names of the team's Git credentials. */
  credentials: readonly string[];
  onRepositoriesChange(): void;
}

/** What is cloned into the workspace, where it lies there, and whose dotfiles it has. */
export function CodeStep(props: CodeStepProps) {
  const { t } = useTranslation();
  return (
    <Stack spacing={3}>
      <Panel title={t('create.code.heading')} hint={t('create.code.hint')}>
        <RepositoriesFields
          credentials={props.credentials}
          onChange={props.onRepositoriesChange}
        />
        <LayoutPreview />
      </Panel>
      <Panel
        title={t('create.code.dotfilesHeading')}
        hint={t('create.code.dotfilesHint')}
      >
        <DotfilesFields />
      </Panel>
    </Stack>
  );
}
