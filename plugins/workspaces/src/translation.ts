import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { FIELD_MESSAGES } from '@butler-portal/plugin-butler-common';
import { errorMessages } from './api/messages';
import { componentMessages } from './components/messages';
import { formMessages } from './components/specForm/messages';
import { createMessages } from './features/create/messages';
import { detailsMessages } from './features/details/messages';
import { listMessages } from './features/list/messages';
import { templatesMessages } from './features/templates/messages';

/**
 * Every text of Chambers. Each feature keeps its own beside its screens; what is wrong with a field is said
 * in the words that the backend has for it, too.
 */
export const workspacesTranslationRef = createTranslationRef({
  id: 'plugin.workspaces',
  messages: {
    components: componentMessages,
    errors: errorMessages,
    form: formMessages,
    fields: FIELD_MESSAGES,
    list: listMessages,
    create: createMessages,
    details: detailsMessages,
    templates: templatesMessages,
  },
});
