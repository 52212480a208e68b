import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { exactTime } from '../../../components';
import { useLanguage, useTranslation } from '../../../hooks';

/** Says that the form holds a draft, which is not the template as it was saved, and offers to drop it. */
export function DraftNotice({
  savedAt,
  onDiscard,
}: {
  /** In milliseconds since 1970. */
  savedAt: number;
  onDiscard(): void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={onDiscard}>
          {t('templates.draft.discard')}
        </Button>
      }
    >
      {t('templates.draft.restored', {
        time: exactTime(savedAt, language),
      })}
    </Alert>
  );
}
