import { useId } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from '../../../hooks';
import { PLAIN_TEXT, TextInput } from '../TextInput';
import { CredentialField } from './CredentialField';
import { DirectoryField } from './DirectoryField';
import { RowButtons } from './RowButtons';

const ROW = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' },
} as const;

interface RepositoryRowProps {
  index: number;
  total: number;
  credentials: readonly string[];
  onRemove(): void;
  onMove(to: number): void;
  onLeaveUrl(): void;
}

/** One repository: URL, branch, credential, and among several the name of its directory. */
export function RepositoryRow(props: RepositoryRowProps) {
  const { t } = useTranslation();
  const { index } = props;
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={ROW}>
      <Box
        sx={{
          gridColumn: '1 / -1',
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          mb: 1,
        }}
      >
        <Typography id={id} variant="subtitle2" component="h4">
          {t('form.repositories.row', { number: String(index + 1) })}
        </Typography>
        <RowButtons
          index={index}
          total={props.total}
          onMove={props.onMove}
          onRemove={props.onRemove}
        />
      </Box>
      <TextInput
        name={`repositories.${index}.url`}
        label={t('form.repositories.url')}
        hint={t('form.repositories.urlHint')}
        required
        onLeave={props.onLeaveUrl}
        inputProps={PLAIN_TEXT}
      />
      <TextInput
        name={`repositories.${index}.branch`}
        label={t('form.repositories.branch')}
        hint={t('form.repositories.branchHint')}
        inputProps={PLAIN_TEXT}
      />
      <CredentialField index={index} names={props.credentials} />
      <DirectoryField index={index} />
    </Box>
  );
}
