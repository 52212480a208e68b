import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { Picker } from '../../../components/Picker';
import { useTranslation } from '../../../hooks';
import { useQuery } from '../../../hooks/useQuery';

/** Whose templates are shown, beside those of every team. The URL holds it. */
export function TeamSelect({
  teams,
  team = '',
}: {
  teams: readonly TeamMembership[];
  team: string | undefined;
}) {
  const { t } = useTranslation();
  const [, changeQuery] = useQuery();
  return (
    <Picker
      label={t('templates.team')}
      choices={teams.map(item => ({
        value: item.team,
        label: item.displayName || item.team,
      }))}
      value={team}
      onChange={chosen => changeQuery({ team: chosen })}
      sx={{ mb: 2, maxWidth: 320 }}
    />
  );
}
