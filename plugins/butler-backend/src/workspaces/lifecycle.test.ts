import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import { workspace } from '../__testUtils__/objects';
import { takeAction } from './lifecycle';
import type { LifecycleServices } from './lifecycle';

const CONNECT = 'butler.butlerlabs.dev/connect';
const CONNECT_TIME = 'butler.butlerlabs.dev/connect-time';
const TOUCHED = 'butler.butlerlabs.dev/touched-at';

/** Writes down what is done, and dies at the step that it is told. */
function services(diesAt?: string) {
  const done: unknown[] = [];
  const step = (name: string, what: unknown) => {
    if (name === diesAt) throw new Error('The Portal is gone');
    done.push(what);
  };
  const fake = {
    writer: {
      async annotate(_: Caller, of: Workspace, annotations: object) {
        const name = TOUCHED in annotations ? 'touch' : 'ask';
        step(name, name === 'touch' ? 'touch' : annotations);
        return of;
      },
    },
    clients: {
      async use() {
        step('stop', 'stop');
      },
    },
  };
  return { done, fake: fake as unknown as LifecycleServices };
}

async function restart(of: Workspace, diesAt?: string) {
  const { done, fake } = services(diesAt);
  await takeAction('restart', {} as Caller, of, fake).catch(() => undefined);
  return done;
}

describe('a restart', () => {
  const running = workspace('api', { status: { phase: 'Running' } });
  const asked = { [CONNECT]: 'true', [CONNECT_TIME]: null };

  it('asks for the start before it stops anything', async () => {
    expect(await restart(running)).toEqual([asked, 'stop', 'touch']);
  });

  it.each([
    ['ask', []],
    ['stop', [asked]],
    ['touch', [asked, 'stop']],
  ])(
    'never has a pod gone without the start asked for, when the Portal dies at “%s”',
    async (step, done) => {
      expect(await restart(running, step)).toEqual(done);
    },
  );

  it('of a stopped workspace is a start', async () => {
    const stopped = workspace('api', { status: { phase: 'Stopped' } });
    expect(await restart(stopped)).toEqual([asked]);
  });
});
