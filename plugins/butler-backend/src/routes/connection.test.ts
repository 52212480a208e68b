import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const MINE = '/teams/payments/workspaces/checkout-refunds';
const ALIAS = 'checkout-refunds.payments.butler';

describe('connections', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ sandbox: { shells: true } });
  });
  afterAll(async () => portal.stop());

  it('carry the host keys that the pod has', async () => {
    await eventually(async () => {
      const { status, body } = await portal
        .as('developer')
        .get(`${MINE}/connection`);
      expect(status).toBe(200);
      expect(body.hostKeysMissing).toBeUndefined();
      expect(body.hostKeys[0]).toEqual({
        type: 'ssh-ed25519',
        fingerprint: expect.stringMatching(/^SHA256:[A-Za-z0-9+/]{43}$/),
      });
      expect(body.knownHosts[0]).toMatch(
        new RegExp(`^${ALIAS} ssh-ed25519 [A-Za-z0-9+/=]+$`),
      );
    });
  });

  it('come in one file for all workspaces, for their owner alone', async () => {
    const own = await portal.as('developer').get('/me/ssh-config');
    expect(own.headers['content-type']).toMatch(/^text\/plain/);
    expect(own.text).toContain(`Host ${ALIAS}\n`);
    expect(own.text).toMatch(new RegExp(`^#known_hosts ${ALIAS} ssh-`, 'm'));
    for (const name of ['team-admin', 'platform-admin', 'viewer']) {
      const { status, text } = await portal.as(name).get('/me/ssh-config');
      expect(status).toBe(200);
      expect(text).not.toContain(ALIAS);
    }
  });
});
