import { useWatch } from 'react-hook-form';
import { Panel } from '../../../../components/Panel';
import { PLAIN_TEXT, TextInput } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';
import { SourceRadios } from '../SourceRadios';
import { ArchiveField } from './ArchiveField';
import { InitLua } from './InitLua';

const SOURCES = ['none', 'repo', 'lua', 'archive'] as const;

/** Where Neovim's configuration comes from, one source at a time. */
export function NeovimPanel() {
  const { t } = useTranslation();
  const source = useWatch<CreateValues, 'neovim.source'>({
    name: 'neovim.source',
  });
  return (
    <Panel
      title={t('create.access.neovim.heading')}
      hint={t('create.access.neovim.hint')}
    >
      <SourceRadios
        of="neovim"
        label={t('create.access.neovim.label')}
        choices={SOURCES.map(value => ({
          value,
          label: t(`create.access.neovim.${value}`),
        }))}
      />
      {source === 'repo' && (
        <TextInput
          name="neovim.repo"
          label={t('create.access.neovim.repoUrl')}
          hint={t('create.access.neovim.repoUrlHint')}
          required
          inputProps={PLAIN_TEXT}
        />
      )}
      {source === 'lua' && <InitLua />}
      {source === 'archive' && <ArchiveField />}
    </Panel>
  );
}
