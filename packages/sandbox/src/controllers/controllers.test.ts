import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { aWorkspace, eventually } from '../__testUtils__/client';
import { CONNECT } from '../names';

const HOUR = 3_600_000;
const KEY = { namespace: 'payments', name: 'subject' };

describe('the controllers of a sandbox', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.stop());

  const read = () => sandbox.objects.get('workspaces', KEY);
  const reaches = (status: object) =>
    eventually(() => expect(read()?.status).toMatchObject(status));

  it('pass hours at once: idle timeout, auto-stop and auto-delete with the contract’s defaults', async () => {
    sandbox.objects.create('workspaces', aWorkspace(KEY.name));
    await reaches({ phase: 'Running' });
    sandbox.objects.patch('workspaces', KEY, {
      metadata: { annotations: { [CONNECT]: 'true' } },
    });
    await reaches({ connected: true });
    await sandbox.controllers.advance(4 * HOUR - 60_000);
    expect(read()?.status).toMatchObject({ connected: true });
    await sandbox.controllers.advance(62_000);
    expect(read()?.status).toMatchObject({
      phase: 'Running',
      connected: false,
    });
    expect(read()?.metadata.annotations ?? {}).not.toHaveProperty([CONNECT]);
    await sandbox.controllers.advance(8 * HOUR - 60_000);
    expect(read()?.status).toMatchObject({ phase: 'Running' });
    await sandbox.controllers.advance(62_000);
    expect(read()?.status).toMatchObject({ phase: 'Stopped' });
    await sandbox.controllers.advance((720 - 8) * HOUR - 120_000);
    expect(read()).toBeDefined();
    await sandbox.controllers.advance(124_000);
    expect(read()).toBeUndefined();
  });

  it('do nothing while they are paused, and miss nothing', async () => {
    sandbox.controllers.pause('workspace');
    sandbox.objects.create('workspaces', aWorkspace(KEY.name));
    sandbox.objects.create('teams', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'Team',
      metadata: { name: 'platform' },
      spec: {},
    });
    // The others go on.
    await eventually(() =>
      expect(sandbox.objects.get('teams', { name: 'platform' })).toMatchObject({
        status: { phase: 'Ready' },
      }),
    );
    await sandbox.controllers.advance(HOUR);
    expect(read()?.status).toBeUndefined();
    sandbox.controllers.resume('workspace');
    await reaches({ phase: 'Running' });
  });

  it('wait for a pod as long as nothing runs it', async () => {
    sandbox.controllers.pause('node');
    sandbox.objects.create('workspaces', aWorkspace(KEY.name));
    await eventually(() =>
      expect(read()?.status?.conditions).toContainEqual(
        expect.objectContaining({ type: 'PodReady', status: 'False' }),
      ),
    );
    sandbox.controllers.resume();
    await reaches({ phase: 'Running' });
  });
});
