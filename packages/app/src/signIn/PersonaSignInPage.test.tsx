import {
  configApiRef,
  discoveryApiRef,
  type IdentityApi,
} from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rememberedPersona, withPersonaSignOut } from './personas';
import { PersonaSignInPage } from './PersonaSignInPage';

const personas = [
  { name: 'developer', title: 'Developer' },
  { name: 'viewer', title: 'Viewer', description: 'Looks' },
];

function show(configured: object[] | undefined) {
  const config = mockApis.config({
    data: { auth: { providers: { butlerPersonas: { personas: configured } } } },
  });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [configApiRef, config],
        // Nothing listens there, so every sign-in fails.
        [
          discoveryApiRef,
          { getBaseUrl: async () => 'http://127.0.0.1:9/api/auth' },
        ],
      ]}
    >
      <PersonaSignInPage onSignInSuccess={() => {}} />
    </TestApiProvider>,
  );
}

describe('PersonaSignInPage', () => {
  beforeEach(() => sessionStorage.clear());

  it('says who can help where no sign-in is configured', async () => {
    await show(undefined);
    expect(screen.getByRole('alert')).toHaveTextContent(/Ask the operator/);
  });

  it('leads back to the choice when the sign-in fails', async () => {
    await show(personas);
    await userEvent.click(screen.getByRole('button', { name: /Viewer/ }));

    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose again' }),
    );

    expect(screen.getByRole('button', { name: /Viewer/ })).toBeVisible();
    expect(rememberedPersona.get()).toBeNull();
  });

  it('does not sign in as a persona that is no longer configured', async () => {
    rememberedPersona.set('platform-admin');
    await show(personas);
    expect(screen.getByRole('button', { name: /Developer/ })).toBeVisible();
  });
});

describe('withPersonaSignOut', () => {
  it('forgets the persona and leads back to the choice', async () => {
    rememberedPersona.set('developer');
    const signOut = jest.fn(async () => {});
    const reload = jest.fn();
    const identity = { signOut } as Partial<IdentityApi> as IdentityApi;

    await withPersonaSignOut(identity, reload).signOut();

    expect(rememberedPersona.get()).toBeNull();
    expect(signOut).toHaveBeenCalled();
    expect(reload).toHaveBeenCalled();
  });
});
