import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeButlerApi, renderChambers } from '../__testUtils__';
import { YamlView } from './YamlView';

it('offers to try again what could not be written, as when its part of the app is gone', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  let gone = true;
  const value = () => {
    if (gone)
      throw new TypeError('Failed to fetch dynamically imported module');
    return { kind: 'Workspace' };
  };
  renderChambers(<YamlView value={value} fileName="api.yaml" />, {
    api: new FakeButlerApi(),
  });
  expect(await screen.findByText('The YAML could not be shown')).toBeVisible();
  gone = false;
  await userEvent.click(screen.getByText('Try again'));
  expect(await screen.findByText('kind: Workspace')).toBeVisible();
  log.mockRestore();
});
