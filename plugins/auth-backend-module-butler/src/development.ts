/**
 * Personas have no password: anybody who reaches the Portal could be the platform admin.
 *
 * @throws Error outside development, so that the backend does not start
 */
export function assertDevelopment(nodeEnv: string | undefined) {
  if (nodeEnv === 'development') return;
  throw new Error(
    `Sign-in as a persona asks for no password and works in development only, but NODE_ENV is "${
      nodeEnv ?? ''
    }". Remove auth.providers.butlerPersonas from the configuration and set up a real sign-in provider.`,
  );
}
