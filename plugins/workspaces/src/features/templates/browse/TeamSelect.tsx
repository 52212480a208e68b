import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { TeamMembership } from '@butler-portal/plugin-butler-common';
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
    <TextField
      select
      size="small"
      label={t('templates.team')}
      value={team}
      onChange={event => changeQuery({ team: event.target.value })}
      sx={{ mb: 2, minWidth: 240 }}
    >
      {teams.map(item => (
        <MenuItem key={item.team} value={item.team}>
          {item.displayName || item.team}
        </MenuItem>
      ))}
    </TextField>
  );
}
