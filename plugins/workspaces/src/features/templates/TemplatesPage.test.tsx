import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMe } from '../../__testUtils__';
import {
  OPERATOR,
  anApi,
  show,
  callsOf,
  address,
} from './__testUtils__/templatesPages';

describe('the list of templates', () => {
  it('shows every template, and leads to a workspace from one', async () => {
    show(anApi(OPERATOR), 'templates');
    expect(
      await screen.findByRole('link', { name: 'Go service' }),
    ).toHaveAttribute('href', '/chambers/templates/payments/go');
    expect(
      screen.getByRole('link', { name: 'Use template Node' }),
    ).toHaveAttribute('href', '/chambers/create?template=butler-system%2Fnode');
    expect(screen.queryByRole('link', { name: 'New template' })).toBeNull();
  });

  it('offers a viewer nothing to create', async () => {
    show(anApi(aMe({ payments: 'viewer' })), 'templates');
    await screen.findByRole('link', { name: 'Go service' });
    expect(screen.queryByRole('link', { name: /Use template/ })).toBeNull();
  });

  it('says that there are none, and who writes them', async () => {
    const api = anApi();
    api.onGetTemplates = async () => ({ items: [] });
    show(api, 'templates');
    expect(await screen.findByText(/Team admins write them/)).toBeVisible();
  });

  it('shows the templates of the team of the address', async () => {
    const api = anApi(aMe({ payments: 'operator', search: 'viewer' }));
    show(api, 'templates?team=search');
    await screen.findByRole('link', { name: 'Go service' });
    expect(callsOf(api, 'getTemplates')).toEqual([['search']]);
  });

  it('finds the team among hundreds by its title or name', async () => {
    const many = Array.from({ length: 200 }, (_, number) => [
      `team-${number}`,
      'viewer' as const,
    ]);
    const me = aMe({ ...Object.fromEntries(many), payments: 'viewer' });
    show(anApi(me), 'templates');
    const input = await screen.findByLabelText('Templates for');
    expect(input).toHaveValue('Team-0');
    act(() => input.focus());
    fireEvent.change(input, { target: { value: 'paym' } });
    const found = await screen.findAllByRole('option');
    expect(found.map(option => option.textContent)).toEqual(['Payments']);
    fireEvent.click(found[0]);
    await waitFor(() =>
      expect(address()).toBe('/chambers/templates?team=payments'),
    );
    expect(input).toHaveValue('Payments');
  });

  it('keeps the filter when another team is chosen', async () => {
    show(
      anApi(aMe({ payments: 'operator', search: 'viewer' })),
      'templates?team=search&category=backend&q=go',
    );
    await userEvent.click(await screen.findByLabelText('Templates for'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments' }),
    );
    expect(address()).toBe(
      '/chambers/templates?team=payments&category=backend&q=go',
    );
  });
});
