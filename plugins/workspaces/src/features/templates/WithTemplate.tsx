import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Me, TemplateDetails } from '@butler-portal/plugin-butler-common';
import { useParams } from 'react-router-dom';
import { butlerApiRef } from '../../api';
import type { TemplatePlace } from '../../api';
import { EmptyState, PageFrame } from '../../components';
import { useTranslation } from '../../hooks';
import { useLoaded } from '../../hooks/useLoaded';
import { usePlace } from './usePlace';
import { FailedPage, LoadingPage, WithMe } from './WithMe';

/** What a page of one template shows. */
export interface OneTemplate {
  me: Me;
  place: TemplatePlace;
  template: TemplateDetails;
}

/** There is no such template, or it is none of the person's: the answer is the same. */
function NoSuchTemplate() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('templates.title')} back="templates">
      <EmptyState text={t('templates.gone')} />
    </PageFrame>
  );
}

interface LoadedTemplateProps {
  me: Me;
  place: TemplatePlace;
  children(one: OneTemplate): ReactNode;
}

function LoadedTemplate({ me, place, children }: LoadedTemplateProps) {
  const api = useApi(butlerApiRef);
  const template = useLoaded(
    useCallback(() => api.getTemplate(place), [api, place]),
  );
  switch (template.state) {
    case 'ready':
      return <>{children({ me, place, template: template.value })}</>;
    case 'loading':
      return <LoadingPage title={place.name} />;
    default:
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
}

function PlacedTemplate({ me, children }: Omit<LoadedTemplateProps, 'place'>) {
  const { namespace = '', name = '' } = useParams();
  const place = usePlace(me, { namespace, name });
  if (!place) return <NoSuchTemplate />;
  return (
    <LoadedTemplate me={me} place={place}>
      {children}
    </LoadedTemplate>
  );
}

/** Shows a page that needs the template of the address, once it is there. */
export function WithTemplate({
  children,
}: Pick<LoadedTemplateProps, 'children'>) {
  const { t } = useTranslation();
  return (
    <WithMe title={t('templates.title')}>
      {me => <PlacedTemplate me={me}>{children}</PlacedTemplate>}
    </WithMe>
  );
}
