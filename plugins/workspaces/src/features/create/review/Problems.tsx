import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from '../../../hooks';
import type { CreateField } from '../form/fieldPaths';
import type { Problem } from '../wizard/problems';

/** What has to be mended first; each line leads to its field. */
export function Problems({
  problems,
  onShowField,
}: {
  problems: readonly Problem[];
  onShowField(field: CreateField): void;
}) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Alert severity="error">
      <AlertTitle>
        {t('create.steps.problems', { count: problems.length })}
      </AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {problems.map(({ step, field, message }) => (
          <li key={field}>
            <Link
              component="button"
              type="button"
              variant="body2"
              onClick={() => onShowField(field)}
              sx={{ textAlign: 'left' }}
            >
              {t(`create.steps.${step}`)}
            </Link>
            {`: ${message}`}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
