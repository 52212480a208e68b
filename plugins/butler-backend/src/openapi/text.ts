import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { stringify } from 'yaml';
import { allRoutes } from '../routes/router';
import type { HandlerServices } from '../routes/router';
import { openApiDocument } from './document';

/** Where the document is checked in. */
export const OPENAPI_FILE = resolvePackagePath(
  '@butler-portal/plugin-butler-backend',
  'openapi.yaml',
);

/** The text of `openapi.yaml`. */
export function openApiText(): string {
  // Declarations are made with services and call none of them.
  const routes = allRoutes({} as HandlerServices);
  const document = openApiDocument(routes);
  return stringify(document, {
    lineWidth: 0,
    singleQuote: true,
    aliasDuplicateObjects: false,
  });
}
