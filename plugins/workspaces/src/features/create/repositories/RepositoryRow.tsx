import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutline';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import type { CreateValues } from '../form/values';
import { TextInput } from '../TextInput';
import { clonePath, needsDirectory } from './directories';

const ROW = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr auto', sm: '2fr 1fr auto' },
} as const;

interface RepositoryRowProps {
  index: number;
  onRemove(): void;
  onLeaveUrl(): void;
}

/** One repository: URL and branch, and a directory name where two would share one. */
export function RepositoryRow(props: RepositoryRowProps) {
  const { t } = useTranslation();
  const { index } = props;
  const repositories = useWatch<CreateValues, 'repositories'>({
    name: 'repositories',
  });
  const number = String(index + 1);
  const removeLabel = t('create.repositories.remove', { number });
  return (
    <Box
      role="group"
      aria-label={t('create.repositories.row', { number })}
      sx={ROW}
    >
      <TextInput
        name={`repositories.${index}.url`}
        label={t('create.repositories.url')}
        hint={t('create.repositories.urlHint')}
        required
        onLeave={props.onLeaveUrl}
        inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
        sx={{ gridColumn: { xs: 1, sm: 'auto' } }}
      />
      <TextInput
        name={`repositories.${index}.branch`}
        label={t('create.repositories.branch')}
        hint={t('create.repositories.branchHint')}
        inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
        sx={{ gridColumn: { xs: 1, sm: 'auto' } }}
      />
      <Tooltip title={removeLabel}>
        <IconButton
          aria-label={removeLabel}
          onClick={props.onRemove}
          sx={{ gridRow: 1, gridColumn: { xs: 2, sm: 3 } }}
        >
          <DeleteOutlineIcon />
        </IconButton>
      </Tooltip>
      {needsDirectory(repositories, index) && (
        <TextInput
          name={`repositories.${index}.directory`}
          label={t('create.repositories.directory')}
          hint={t('create.repositories.directoryHint', {
            path: clonePath(repositories, index),
          })}
          inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
          sx={{ gridColumn: 1 }}
        />
      )}
      <CredentialNote index={index} />
    </Box>
  );
}

/** Names the credential that came with the template; without it a private clone fails. */
function CredentialNote({ index }: { index: number }) {
  const { t } = useTranslation();
  const { setValue } = useFormContext<CreateValues>();
  const field = `repositories.${index}.credential` as const;
  const name = useWatch<CreateValues, typeof field>({ name: field });
  if (!name) return null;
  return (
    <Typography
      variant="body2"
      color="text.secondary"
      sx={{ gridColumn: '1 / -1' }}
    >
      {t('create.repositories.credential', { name })}{' '}
      <Button
        size="small"
        onClick={() => setValue(field, '', { shouldDirty: true })}
      >
        {t('create.repositories.dropCredential')}
      </Button>
    </Typography>
  );
}
