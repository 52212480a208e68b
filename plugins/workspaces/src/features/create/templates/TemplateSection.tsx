import { useState } from 'react';
import type {
  Me,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { ErrorPanel, Loading } from '../../../components';
import { useTranslation, useWorkspaces } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import type { Loaded } from '../../../hooks/useLoaded';
import { MissingTemplate } from './MissingTemplate';
import { recentFirst, recentTemplates } from './recent';
import { SourceNotice } from './SourceNotice';
import { TemplatePicker } from './TemplatePicker';
import type { SourceWorkspace } from './useSourceWorkspace';
import type { TemplateChoice } from './useTemplateChoice';

/** Creating with one click on a card. */
export interface QuickCreate {
  /** The template from which a workspace is being created. */
  underWay: string | undefined;
  /** @param template - `namespace/name` */
  create(template: string): void;
}

interface TemplateSectionProps {
  me: Me;
  templates: Loaded<readonly WorkspaceTemplate[]> & { retry(): void };
  source: SourceWorkspace;
  choice: TemplateChoice;
  quick: QuickCreate;
}

/** Where a workspace starts from, in each state of the team's templates. */
export function TemplateSection({
  me,
  templates,
  source,
  choice,
  quick,
}: TemplateSectionProps) {
  const { t } = useTranslation();
  const { workspaces } = useWorkspaces();
  // Once: what is chosen must not move under the pointer.
  const [chosenBefore] = useState(choice.chosen);
  const recent = recentTemplates(workspaces, me.email);
  return (
    <Panel
      title={t('create.template.heading')}
      hint={t('create.template.hint')}
    >
      <SourceNotice id={choice.source} source={source} />
      {templates.state === 'loading' && (
        <Loading label={t('create.template.loading')} heights={[160]} />
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
          {/* Above the cards, which may be many. */}
          <MissingTemplate templates={templates} chosen={choice.chosen} />
          <TemplatePicker
            templates={recentFirst(templates.value, [chosenBefore, ...recent])}
            choice={choice}
            quick={quick}
          />
        </>
      )}
    </Panel>
  );
}
