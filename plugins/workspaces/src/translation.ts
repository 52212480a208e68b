import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { componentMessages } from './components/messages';
import { formMessages } from './components/specForm/messages';
import { createMessages } from './features/create/messages';
import { detailsMessages } from './features/details/messages';
import { listMessages } from './features/list/messages';
import { templatesMessages } from './features/templates/messages';

/** Every text of Chambers. Each feature keeps its own beside its screens. */
export const workspacesTranslationRef = createTranslationRef({
  id: 'plugin.workspaces',
  messages: {
    components: componentMessages,
    form: formMessages,
    list: listMessages,
    create: createMessages,
    details: detailsMessages,
    templates: templatesMessages,
  },
});
