import { render, screen } from '@testing-library/react';
import app from './App';

describe('App', () => {
  it('offers the personas of a development Portal', async () => {
    const data = {
      app: { title: 'Butler Portal', baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost' },
      auth: {
        providers: {
          butlerPersonas: {
            personas: [{ name: 'developer', title: 'Developer' }],
          },
        },
      },
    };
    // Replaced as a whole: what is assigned to the real one becomes text.
    process.env = Object.assign({}, process.env, {
      APP_CONFIG: [{ data, context: 'test' }],
    });

    render(app.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Developer' }),
    ).toBeInTheDocument();
  });
});
