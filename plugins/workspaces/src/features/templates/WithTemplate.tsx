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
  /** Namespace/name, as in the address. */
  id: string;
  place: TemplatePlace;
  template: TemplateDetails;
}

/** There is no such template, or it is none of the person's: the answer is the same. */
function NoSuchTemplate({ action }: { action: ReactNode }) {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('templates.title')} back="templates">
      <EmptyState text={t('templates.gone.text')} action={action} />
    </PageFrame>
  );
}

interface WithTemplateProps {
  children(one: OneTemplate): ReactNode;
  /** What can be done where there is no such template. */
  whenGone?(me: Me, id: string): ReactNode;
}

interface LoadedTemplateProps extends Pick<WithTemplateProps, 'children'> {
  me: Me;
  id: string;
  place: TemplatePlace;
  gone: JSX.Element;
}

function LoadedTemplate(props: LoadedTemplateProps) {
  const { me, id, place, gone, children } = props;
  const api = useApi(butlerApiRef);
  const template = useLoaded(
    useCallback(() => api.getTemplate(place), [api, place]),
  );
  switch (template.state) {
    case 'ready':
      return <>{children({ me, id, place, template: template.value })}</>;
    case 'loading':
      return <LoadingPage title={place.name} />;
    default:
      return template.error.status === 404 ? (
        gone
      ) : (
        <FailedPage
          title={place.name}
          error={template.error}
          onRetry={template.retry}
        />
      );
  }
}

function PlacedTemplate({
  me,
  children,
  whenGone,
}: WithTemplateProps & { me: Me }) {
  const { namespace = '', name = '' } = useParams();
  const place = usePlace(me, { namespace, name });
  const id = `${namespace}/${name}`;
  const gone = <NoSuchTemplate action={whenGone?.(me, id)} />;
  if (!place) return gone;
  return (
    <LoadedTemplate me={me} id={id} place={place} gone={gone}>
      {children}
    </LoadedTemplate>
  );
}

/** Shows a page that needs the template of the address, once it is there. */
export function WithTemplate(props: WithTemplateProps) {
  const { t } = useTranslation();
  return (
    <WithMe title={t('templates.title')}>
      {me => <PlacedTemplate {...props} me={me} />}
    </WithMe>
  );
}
