import Alert from '@mui/material/Alert';
import { useTranslation } from '../../../hooks';
import type { SourceWorkspace } from './useSourceWorkspace';

/** Says which workspace the form starts as, or that it is not there. */
export function SourceNotice({
  id,
  source,
}: {
  /** `namespace/name`. */
  id: string;
  source: SourceWorkspace;
}) {
  const { t } = useTranslation();
  switch (source.state) {
    case 'found':
      return (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('create.template.like', { workspace: id })}
        </Alert>
      );
    case 'missing':
      return (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('create.template.likeMissing', { workspace: id })}
        </Alert>
      );
    default:
      return null;
  }
}
