import { useId } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from '../../../hooks';
import { visuallyHidden } from '../../visuallyHidden';
import { PLAIN_TEXT, TextInput } from '../TextInput';
import { CredentialField } from './CredentialField';
import { DirectoryField } from './DirectoryField';
import { RowButtons } from './RowButtons';
import { useAddress } from './useAddress';

const ROW = {
  display: 'grid',
  columnGap: 2,
  // On a phone a hint must not stand as near to the next field's label as to its own field.
  rowGap: { xs: 2, sm: 1 },
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
  const [taken, takeAddress] = useAddress(index);
  const news =
    taken &&
    (taken.branch
      ? t('form.repositories.pageBranch', { branch: taken.branch })
      : t('form.repositories.page'));
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
        hint={news ?? t('form.repositories.urlHint')}
        required
        onLeave={() => {
          takeAddress();
          props.onLeaveUrl();
        }}
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
      {/* The focus has left the field whose hint says so. */}
      <Box role="status" sx={visuallyHidden}>
        {news}
      </Box>
    </Box>
  );
}
