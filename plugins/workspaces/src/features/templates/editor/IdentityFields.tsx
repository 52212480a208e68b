import type { Me } from '@butler-portal/plugin-butler-common';
import {
  PickerInput,
  PLAIN_TEXT,
  TextInput,
} from '../../../components/specForm';
import { useTranslation } from '../../../hooks';
import { writableTeams } from '../place';

/** For whom a new template is, and its name among theirs. */
export function IdentityFields({ me }: { me: Me }) {
  const { t } = useTranslation();
  const title = (team: string | undefined) =>
    me.teams.find(item => item.team === team)?.displayName || team;
  return (
    <>
      <TextInput
        name="name"
        label={t('templates.editor.name')}
        hint={t('templates.editor.nameHint')}
        required
        inputProps={PLAIN_TEXT}
      />
      <PickerInput
        name="team"
        label={t('templates.editor.team')}
        choices={writableTeams(me).map(team => ({
          value: team ?? '',
          label: title(team) ?? t('components.template.scopeCluster'),
        }))}
      />
    </>
  );
}
