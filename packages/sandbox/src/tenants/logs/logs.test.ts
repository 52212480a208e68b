import { Agent, fetch } from 'undici';
import { parse } from 'yaml';
import { eventually } from '../../__testUtils__/client';
import { Sandbox, TenantApi } from '../../sandbox';
import { startSandbox } from '../../startSandbox';
import { ManualClock } from '../../runtime/clock';

const POD = { namespace: 'default', name: 'talker' };

describe('pods/log', () => {
  const clock = new ManualClock(Date.parse('2026-01-15T10:00:00Z'));
  let sandbox: Sandbox;
  let tenant: TenantApi;
  let agent: Agent;

  beforeAll(async () => {
    sandbox = await startSandbox({ clock });
    tenant = sandbox.tenant({
      namespace: 'payments',
      name: 'payments-dev',
    }) as TenantApi;
    const { clusters } = parse(tenant.kubeconfig);
    const ca = Buffer.from(
      clusters[0].cluster['certificate-authority-data'],
      'base64',
    ).toString();
    agent = new Agent({ connect: { ca } });
    tenant.objects.create('pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: POD,
      spec: {
        containers: [
          { name: 'main', image: 'a:1' },
          { name: 'side', image: 'b:1' },
        ],
      },
    });
    tenant.writeLog(POD, 'main', 'one\ntwo\n');
    await clock.advance(60_000);
    tenant.writeLog(POD, 'main', 'three\nfour\n');
  });
  afterAll(async () => {
    await agent.destroy();
    await sandbox.stop();
  });

  const get = (query: string) =>
    fetch(`${tenant.url}/api/v1/namespaces/default/pods/talker/log?${query}`, {
      dispatcher: agent,
      headers: {
        Authorization: `Bearer ${parse(tenant.kubeconfig).users[0].user.token}`,
      },
    });

  it('is there once the containers run', async () => {
    await eventually(async () =>
      expect((await get('container=main')).status).toBe(200),
    );
  });

  it.each([
    ['', 'one\ntwo\nthree\nfour\n'],
    ['tailLines=1', 'four\n'],
    ['tailLines=0', ''],
    ['sinceSeconds=30', 'three\nfour\n'],
    ['sinceTime=2026-01-15T10:00:30Z', 'three\nfour\n'],
    ['limitBytes=5', 'one\nt'],
    [
      'tailLines=2&timestamps=true',
      '2026-01-15T10:01:00.000000000Z three\n2026-01-15T10:01:00.000000000Z four\n',
    ],
  ])('answers ?%s', async (query, text) => {
    const answer = await get(`container=main&${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(text);
  });

  it.each([
    [
      '',
      400,
      'a container name must be specified for pod talker, choose one of: [main side]',
    ],
    ['container=nope', 400, 'container nope is not valid for pod talker'],
    [
      'container=main&previous=true',
      400,
      'previous terminated container "main" in pod "talker" not found',
    ],
    [
      'container=main&tailLines=-1',
      422,
      'PodLogOptions "talker" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0',
    ],
  ])('refuses ?%s in the words of Kubernetes', async (query, code, message) => {
    const answer = await get(query);
    expect(await answer.json()).toMatchObject({
      kind: 'Status',
      code,
      message,
    });
  });

  it('follows until the pod goes', async () => {
    const answer = await get('container=side&follow=true');
    let text = '';
    const read = async () => {
      for await (const chunk of answer.body ?? [])
        text += Buffer.from(chunk as Uint8Array);
    };
    const ended = read();
    tenant.writeLog(POD, 'side', 'first\n');
    await eventually(() => expect(text).toBe('first\n'));
    tenant.writeLog(POD, 'side', 'half');
    tenant.objects.delete('pods', POD);
    await ended;
    expect(text).toBe('first\nhalf\n');
  });
});
