import Skeleton from '@mui/material/Skeleton';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { ErrorPanel } from '../../../components';
import { useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import type { Loaded } from '../../../hooks/useLoaded';
import { TemplateNotes } from './TemplateNotes';
import { TemplatePicker } from './TemplatePicker';
import type { TemplateChoice } from './useTemplateChoice';

interface TemplateSectionProps {
  templates: Loaded<readonly WorkspaceTemplate[]> & { retry(): void };
  choice: TemplateChoice;
}

/** Where a workspace starts from, in each state of the team's templates. */
export function TemplateSection({ templates, choice }: TemplateSectionProps) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('create.template.heading')}
      hint={t('create.template.hint')}
    >
      {templates.state === 'loading' && (
        <Skeleton
          variant="rounded"
          height={160}
          aria-label={t('create.template.loading')}
        />
      )}
      {templates.state === 'failed' && (
        <ErrorPanel
          title={t('create.failed.templates')}
          error={templates.error}
          onRetry={templates.retry}
        />
      )}
      {templates.state === 'ready' && (
        <>
          <TemplatePicker templates={templates.value} choice={choice} />
          <TemplateNotes templates={templates.value} chosen={choice.chosen} />
        </>
      )}
    </Panel>
  );
}
