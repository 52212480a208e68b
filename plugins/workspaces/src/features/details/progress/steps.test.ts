import type { Condition } from '@butler-portal/plugin-butler-common';
import { aWorkspace } from '../../../__testUtils__';
import { displayOf, stepsOf } from './steps';

const AT = '2026-01-05T08:00:10Z';

function condition(
  type: string,
  status: Condition['status'],
  rest: Partial<Condition> = {},
): Condition {
  return { type, status, lastTransitionTime: AT, ...rest };
}

const REPOSITORIES = [{ url: 'https://git.example.com/acme/ledger.git' }];

describe('stepsOf', () => {
  it('takes an absent condition for not known yet, not for failed', () => {
    const workspace = aWorkspace({
      phase: 'Creating',
      status: {
        phase: 'Creating',
        conditions: [
          condition('PVCReady', 'True', { message: 'bound' }),
          condition('PodReady', 'False', { message: 'Pod phase: Pending' }),
        ],
      },
    });
    expect(stepsOf(workspace)).toEqual([
      { type: 'PVCReady', state: 'done', at: AT, message: undefined },
      {
        type: 'PodReady',
        state: 'running',
        at: AT,
        message: 'Pod phase: Pending',
      },
      { type: 'SSHReady', state: 'waiting' },
      { type: 'Ready', state: 'waiting' },
    ]);
  });

  it('has steps for repositories and dotfiles only where there are some', () => {
    const types = (spec: Parameters<typeof aWorkspace>[0]) =>
      stepsOf(aWorkspace(spec)).map(({ type }) => type);
    expect(types({})).toEqual(['PVCReady', 'PodReady', 'SSHReady', 'Ready']);
    expect(
      types({
        spec: {
          repositories: REPOSITORIES,
          dotfiles: { url: 'https://git.example.com/dev/dotfiles' },
        },
      }),
    ).toEqual([
      'PVCReady',
      'RepositoryCloned',
      'DotfilesInstalled',
      'PodReady',
      'SSHReady',
      'Ready',
    ]);
  });

  it('says so when a ready workspace was never reported on, or a clone has failed', () => {
    const states = (conditions: Condition[]) =>
      stepsOf(
        aWorkspace({
          spec: { repositories: REPOSITORIES },
          status: { phase: 'Running', conditions },
        }),
      ).map(({ state }) => state);
    const ready = condition('Ready', 'True');
    expect(states([ready])).toEqual([
      'unreported',
      'unreported',
      'unreported',
      'unreported',
      'done',
    ]);
    expect(states([ready, condition('RepositoryCloned', 'False')])[1]).toBe(
      'failed',
    );
  });
});

describe('displayOf', () => {
  it('is open on the way up and when something failed, folded when all is well', () => {
    expect(displayOf(aWorkspace({ phase: 'Pending' }))).toBe('open');
    expect(displayOf(aWorkspace({ phase: 'Starting' }))).toBe('open');
    expect(displayOf(aWorkspace({ phase: 'Failed' }))).toBe('open');
    expect(displayOf(aWorkspace({ phase: 'Running' }))).toBe('folded');
  });

  it('is hidden when the conditions tell of nothing that goes on', () => {
    expect(displayOf(aWorkspace({ phase: 'Stopped' }))).toBe('hidden');
    expect(displayOf(aWorkspace({ deleting: true }))).toBe('hidden');
  });
});
