import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { butlerApiRef } from '../api';
import { FakeButlerApi } from '../__testUtils__';
import plugin from './index';

describe('the plugin in the new frontend system', () => {
  it('draws one header with the title, and the pages under /chambers', async () => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/chambers'],
      apis: [[butlerApiRef, new FakeButlerApi()]],
    });
    expect(
      await screen.findByRole('heading', { level: 2, name: 'Workspaces' }),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('heading', { level: 1 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Chambers']);
    const [create] = await screen.findAllByRole('link', {
      name: 'Create workspace',
    });
    await userEvent.click(create);
    expect(
      screen.queryByRole('heading', { level: 2, name: 'Workspaces' }),
    ).not.toBeInTheDocument();
  });
});
