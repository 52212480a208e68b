import MenuItem from '@mui/material/MenuItem';
import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { TextInput } from '../../../components/specForm';

/** The choice of the team, for a person who may create in several. */
export function TeamField({ teams }: { teams: readonly TeamMembership[] }) {
  const { t } = useTranslation();
  return (
    <TextInput name="team" label={t('create.basics.team')} select required>
      {teams.map(({ team, displayName }) => (
        <MenuItem key={team} value={team}>
          {displayName || team}
        </MenuItem>
      ))}
    </TextInput>
  );
}
