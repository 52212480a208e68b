import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import workspacesPlugin from '@butler-portal/plugin-workspaces/alpha';
import { homeModule } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';

export default createApp({
  features: [
    workspacesPlugin,
    catalogPlugin,
    orgPlugin,
    userSettingsPlugin,
    homeModule,
    navModule,
    signInModule,
  ],
});
