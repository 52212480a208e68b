import type { Me } from '@butler-portal/plugin-butler-common';
import { EmptyState } from '../../components';
import { PageFrame } from '../../components/PageFrame';
import { useTranslation } from '../../hooks';
import { FailedPage, LoadingPage, WithMe } from './WithMe';
import { TemplateView } from './one/TemplateView';
import { useTemplateOf } from './useTemplateOf';

/** Says that there is no such template, or that it is none of the person's. */
export function NoSuchTemplate() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('templates.title')} back="templates">
      <EmptyState text={t('templates.gone')} />
    </PageFrame>
  );
}

function OneTemplate({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { place, template } = useTemplateOf(me);
  if (!place) return <NoSuchTemplate />;
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
  return (
    <TemplateView
      me={me}
      place={place}
      template={template.value}
      title={template.value.spec.displayName || t('templates.title')}
    />
  );
}

/** `/chambers/templates/:namespace/:name`: one template, who uses it, and what can be done with it. */
export function TemplatePage() {
  const { t } = useTranslation();
  return (
    <WithMe title={t('templates.title')}>
      {me => <OneTemplate me={me} />}
    </WithMe>
  );
}
