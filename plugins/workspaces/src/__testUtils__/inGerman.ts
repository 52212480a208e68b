import {
  createFrontendModule,
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import type { TestAppOptions } from '@backstage/frontend-test-utils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { workspacesTranslationRef } from '../translation';

type Messages = Parameters<
  typeof createTranslationMessages<
    'plugin.workspaces',
    (typeof workspacesTranslationRef)['T'],
    false
  >
>[0]['messages'];

/** Options of an app that speaks German, as far as it has texts for it. */
export function inGerman(
  messages: Messages,
): Pick<TestAppOptions, 'config' | 'features'> {
  const resource = createTranslationResource({
    ref: workspacesTranslationRef,
    translations: {
      de: async () => ({
        default: createTranslationMessages({
          ref: workspacesTranslationRef,
          messages,
        }),
      }),
    },
  });
  return {
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: 'de',
                availableLanguages: ['en', 'de'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    features: [
      createFrontendModule({
        pluginId: 'app',
        extensions: [TranslationBlueprint.make({ params: { resource } })],
      }),
    ],
  };
}
