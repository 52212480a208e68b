import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { shortImage } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { DEFAULT_SIZE } from '../resources/presets';
import { RadioCard } from './RadioCard';
import { TemplateIcon } from './TemplateIcon';

const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

interface TemplateCardProps {
  template: WorkspaceTemplate;
  group: string;
  checked: boolean;
  onChoose(byKeyboard: boolean): void;
}

/** A template in the picker. Name, description and image are untrusted text, and shown as text. */
export function TemplateCard(props: TemplateCardProps) {
  const { t } = useTranslation();
  const {
    displayName,
    description,
    scope,
    template: body,
  } = props.template.spec;
  return (
    <RadioCard
      name={props.group}
      checked={props.checked}
      onChoose={props.onChoose}
      icon={<TemplateIcon template={props.template} />}
      title={displayName}
    >
      {description && (
        <Typography variant="body2" color="text.secondary" sx={TWO_LINES}>
          {description}
        </Typography>
      )}
      <Typography
        variant="body2"
        color="text.secondary"
        noWrap
        title={body.image}
        sx={{ mt: 1 }}
      >
        {shortImage(body.image)}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="div">
        {t('create.template.size', {
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
            ? t('create.template.scopeCluster')
            : t('create.template.scopeTeam')
        }
      />
    </RadioCard>
  );
}
