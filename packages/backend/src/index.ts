import { createBackend } from '@backstage/backend-defaults';
import { endWithOutput } from './endWithOutput';
import { startOrEnd } from './startOrEnd';

endWithOutput();

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@butler-portal/plugin-auth-backend-module-butler'));

backend.add(import('@backstage/plugin-catalog-backend'));

// Butler's own rules are enforced by butler-backend; replace this module by a policy to narrow them.
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@butler-portal/plugin-butler-backend'));

startOrEnd(backend);
