import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { personaAuthenticator, PERSONA_PROVIDER_ID } from './authenticator';
import { assertDevelopment } from './development';
import { signInAsPersona } from './resolver';

/** Adds Butler Portal's sign-in providers to the auth plugin. */
export const authModuleButler = createBackendModule({
  pluginId: 'auth',
  moduleId: 'butler',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (!config.has(`auth.providers.${PERSONA_PROVIDER_ID}`)) return;
        assertDevelopment(process.env.NODE_ENV);
        providers.registerProvider({
          providerId: PERSONA_PROVIDER_ID,
          factory: createProxyAuthProviderFactory({
            authenticator: personaAuthenticator,
            signInResolver: signInAsPersona,
          }),
        });
      },
    });
  },
});
