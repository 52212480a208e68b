import type { ReactNode } from 'react';
import type { Me } from '@butler-portal/plugin-butler-common';
import { ErrorPanel, Loading, PageFrame } from '../../components';
import type { ButlerError } from '../../api';
import { useMe, useTranslation } from '../../hooks';

/** The page while what it shows is being loaded. */
export function LoadingPage({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <PageFrame title={title} back>
      <Loading label={t('templates.loading')} heights={[160, 240, 160]} />
    </PageFrame>
  );
}

/** The page when what it shows could not be loaded. */
export function FailedPage(props: {
  title: string;
  error: ButlerError;
  onRetry(): void;
}) {
  const { t } = useTranslation();
  return (
    <PageFrame title={props.title} back>
      <ErrorPanel
        title={t('templates.failed.load')}
        error={props.error}
        onRetry={props.onRetry}
      />
    </PageFrame>
  );
}

/** Shows a page that needs to know who is signed in. */
export function WithMe({
  title,
  children,
}: {
  title: string;
  children(me: Me): ReactNode;
}) {
  const { me, error, retry } = useMe();
  if (me) return <>{children(me)}</>;
  if (error) return <FailedPage title={title} error={error} onRetry={retry} />;
  return <LoadingPage title={title} />;
}
