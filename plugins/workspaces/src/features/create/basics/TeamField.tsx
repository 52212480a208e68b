import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { PickerInput } from '../../../components/specForm';

/** The choice of the team, for a person who may create in several. */
export function TeamField({ teams }: { teams: readonly TeamMembership[] }) {
  const { t } = useTranslation();
  return (
    <PickerInput
      name="team"
      label={t('create.basics.team')}
      required
      choices={teams.map(({ team, displayName }) => ({
        value: team,
        label: displayName || team,
      }))}
    />
  );
}
