import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { shortImage } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import { DEFAULT_SIZE } from '../specForm';

const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

/** What a card says of a template. All of it is untrusted text, and shown as text. */
export function TemplateFacts({ template }: { template: WorkspaceTemplate }) {
  const { t } = useTranslation();
  const { description, scope, template: body } = template.spec;
  return (
    <>
      {description && (
        <Typography variant="body2" color="text.secondary" sx={TWO_LINES}>
          {description}
        </Typography>
      )}
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ mt: 1, overflowWrap: 'anywhere' }}
      >
        {shortImage(body.image)}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="div">
        {t('components.template.size', {
          cpu: body.resources?.cpu ?? DEFAULT_SIZE.cpu,
          memory: body.resources?.memory ?? DEFAULT_SIZE.memory,
          storage: String(body.storageSize ?? DEFAULT_SIZE.storage),
        })}
      </Typography>
      <Chip
        size="small"
        variant="outlined"
        // Backstage's theme gives chips a margin for rows of tags.
        sx={{ m: 0, mt: 1 }}
        label={
          scope === 'cluster'
            ? t('components.template.scopeCluster')
            : t('components.template.scopeTeam')
        }
      />
    </>
  );
}
