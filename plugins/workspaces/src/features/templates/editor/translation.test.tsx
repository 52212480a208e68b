import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FIELD_MESSAGES } from '@butler-portal/plugin-butler-common';
import {
  aMe,
  FakeButlerApi,
  inGerman,
  renderChambers,
} from '../../../__testUtils__';
import { ButlerError } from '../../../api';
import { NewTemplatePage } from '../NewTemplatePage';

const TITLE = 'Geben Sie der Vorlage einen Titel.';
const ICON = 'Nehmen Sie den Namen eines Icons.';

const field = (name: string) => screen.findByLabelText(name);

it('says in the person’s language what browser and backend find', async () => {
  window.sessionStorage.clear();
  const api = new FakeButlerApi([], aMe({ payments: 'admin' }));
  api.onCreateTemplate = async () => {
    throw new ButlerError('Invalid.', 400, {
      fields: [{ path: 'spec.icon', message: FIELD_MESSAGES.template.icon }],
    });
  };
  renderChambers(<NewTemplatePage />, {
    api,
    ...inGerman({
      'fields.template.titleMissing': TITLE,
      'fields.template.icon': ICON,
    }),
  });
  await userEvent.click(await field('Title'));
  await userEvent.tab();
  expect(await screen.findByText(TITLE)).toBeVisible();
  await userEvent.click(await field('Title'));
  await userEvent.paste('Go');
  await userEvent.click(await field('Image'));
  await userEvent.paste('acme/go:1');
  await userEvent.click(screen.getByText('Create template'));
  expect(await screen.findByText(ICON)).toBeVisible();
  expect(await field('Icon')).toHaveAccessibleDescription(ICON);
});
