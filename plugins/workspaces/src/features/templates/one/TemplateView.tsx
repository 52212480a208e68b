import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { categoryOf } from '@butler-portal/plugin-butler-common';
import type { Me, TemplateDetails } from '@butler-portal/plugin-butler-common';
import type { TemplatePlace } from '../../../api';
import { PageFrame } from '../../../components';
import { Panel } from '../../../components/Panel';
import { TemplateIcon } from '../../../components/templates';
import { useTranslation } from '../../../hooks';
import { ManifestPanel } from './ManifestPanel';
import { TemplateActions } from './TemplateActions';
import { TemplateContent } from './TemplateContent';
import { Usage } from './Usage';

interface TemplateViewProps {
  me: Me;
  place: TemplatePlace;
  template: TemplateDetails;
}

/** One template: what it says, who uses it, how it is written. */
export function TemplateView({ me, place, template }: TemplateViewProps) {
  const { t } = useTranslation();
  const { displayName, description } = template.spec;
  return (
    <PageFrame title={displayName || t('templates.title')} back="templates">
      <Stack spacing={3}>
        <TemplateActions me={me} place={place} template={template} />
        <Stack direction="row" spacing={2}>
          <TemplateIcon
            icon={template.spec.icon}
            category={categoryOf(template)}
          />
          <Typography
            sx={{ pt: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
          >
            {description}
          </Typography>
        </Stack>
        <Panel title={t('templates.one.content')}>
          <TemplateContent template={template} />
        </Panel>
        <Panel
          title={t('templates.one.usage')}
          hint={t('templates.one.usageHint')}
        >
          <Usage usedBy={template.usedBy} />
        </Panel>
        <ManifestPanel template={template} />
      </Stack>
    </PageFrame>
  );
}
