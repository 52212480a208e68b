import { render, screen } from '@testing-library/react';

const config = {
  app: { title: 'Butler Portal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost' },
};

function configure(data: object) {
  Object.assign(process.env, { APP_CONFIG: [{ data, context: 'test' }] });
}

async function renderApp() {
  const { default: app } = await import('./App');
  return render(app.createRoot());
}

describe('App', () => {
  beforeEach(() => {
    jest.resetModules();
    sessionStorage.clear();
  });

  it('offers the personas of a development Portal', async () => {
    configure({
      ...config,
      auth: {
        providers: {
          butlerPersonas: {
            personas: [{ name: 'developer', title: 'Developer' }],
          },
        },
      },
    });
    await renderApp();

    expect(
      await screen.findByRole('button', { name: 'Developer' }),
    ).toBeInTheDocument();
  });

  it('says who can help where no sign-in is configured', async () => {
    configure(config);
    await renderApp();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Ask the operator/,
    );
  });
});
