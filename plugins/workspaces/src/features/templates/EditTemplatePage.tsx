import type { Me } from '@butler-portal/plugin-butler-common';
import { EmptyState, PageFrame } from '../../components';
import { useTranslation } from '../../hooks';
import { EditTemplate } from './editor/EditTemplate';
import { mayDoWithTemplates } from './place';
import { NoSuchTemplate } from './TemplatePage';
import { useTemplateOf } from './useTemplateOf';
import { FailedPage, LoadingPage, WithMe } from './WithMe';

function EditOf({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { place, template } = useTemplateOf(me);
  if (!place) return <NoSuchTemplate />;
  if (!mayDoWithTemplates(me, 'template.edit', place.team)) {
    return (
      <PageFrame title={place.name} back="templates">
        <EmptyState text={t('templates.mayNot')} />
      </PageFrame>
    );
  }
  if (template.state === 'failed') {
    return template.error.status === 404 ? (
      <NoSuchTemplate />
    ) : (
      <FailedPage
        title={place.name}
        error={template.error}
        onRetry={template.retry}
      />
    );
  }
  if (template.state === 'loading' || !template.value) {
    return <LoadingPage title={place.name} />;
  }
  return <EditTemplate me={me} place={place} loaded={template.value} />;
}

/** `/chambers/templates/:namespace/:name/edit`. */
export function EditTemplatePage() {
  const { t } = useTranslation();
  return (
    <WithMe title={t('templates.title')}>{me => <EditOf me={me} />}</WithMe>
  );
}
