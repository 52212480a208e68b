import type { APIRequestContext } from '@playwright/test';
import type { Portal } from './portal';

/** The backend's API as that persona reaches it, past every page. */
export async function apiAs(
  request: APIRequestContext,
  portal: Portal,
  persona: string,
) {
  const session = await request.get(
    `${portal.backendUrl}/api/auth/butlerPersonas/refresh`,
    { headers: { 'x-butler-persona': persona } },
  );
  const { token } = (await session.json()).backstageIdentity;
  return (method: string, path: string, data?: object) =>
    request.fetch(`${portal.backendUrl}/api/butler${path}`, {
      method,
      data,
      headers: { authorization: `Bearer ${token}` },
    });
}
