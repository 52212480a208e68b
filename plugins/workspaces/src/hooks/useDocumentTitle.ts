import { useEffect } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';

/** Names the page in the browser's tab, history and bookmarks. */
export function useDocumentTitle(title: string): void {
  const app = useApi(configApiRef).getOptionalString('app.title');
  useEffect(() => {
    document.title = [title, 'Chambers', app].filter(Boolean).join(' | ');
  }, [title, app]);
}
