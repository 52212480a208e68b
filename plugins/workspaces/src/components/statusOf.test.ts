import {
  CONNECT_ANNOTATION,
  CONNECT_TIME_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type { Condition } from '@butler-portal/plugin-butler-common';
import { aWorkspace } from '../__testUtils__';
import { statusOf } from './statusOf';

const condition = (
  type: string,
  status: Condition['status'],
  rest: Partial<Condition> = {},
): Condition => ({ type, status, ...rest });

describe('statusOf', () => {
  it('names the step that it is at', () => {
    const status = (conditions: Condition[]) =>
      statusOf(
        aWorkspace({
          phase: 'Creating',
          status: { phase: 'Creating', conditions },
        }),
      );
    expect(status([])).toEqual({ key: 'volume' });
    expect(status([condition('PVCReady', 'False')])).toEqual({
      key: 'volume',
    });
    expect(
      status([condition('PVCReady', 'True'), condition('PodReady', 'False')]),
    ).toEqual({ key: 'pod' });
    expect(
      status([
        condition('PVCReady', 'True'),
        condition('PodReady', 'False', { message: 'Pulling image' }),
      ]),
    ).toEqual({ key: 'pullingImage' });
    expect(
      status([
        condition('PVCReady', 'False'),
        condition('Ready', 'False', { reason: 'WaitingForDependencies' }),
      ]),
    ).toEqual({ key: 'waitingForCluster' });
  });

  it('says why it failed, in its own words or the controller’s', () => {
    const status = (rest: Partial<Condition>) =>
      statusOf(
        aWorkspace({
          status: {
            phase: 'Failed',
            conditions: [condition('Ready', 'False', rest)],
          },
        }),
      );
    expect(status({ reason: 'QuotaExceeded', message: '21 of 20' })).toEqual({
      key: 'QuotaExceeded',
    });
    expect(status({ reason: 'Novelty', message: 'Out of luck' })).toEqual({
      message: 'Out of luck',
    });
    expect(statusOf(aWorkspace({ phase: 'Failed' }))).toBeUndefined();
  });

  it('tells when a connected workspace is disconnected: four hours unless it says otherwise', () => {
    const at = (idleTimeout?: string) =>
      statusOf(
        aWorkspace({
          connected: true,
          annotations: { [CONNECT_TIME_ANNOTATION]: '2026-01-05T08:00:00Z' },
          spec: { idleTimeout },
        }),
      );
    expect(at()).toEqual({
      key: 'disconnects',
      at: Date.parse('2026-01-05T12:00:00Z'),
    });
    expect(at('30m')).toEqual({
      key: 'disconnects',
      at: Date.parse('2026-01-05T08:30:00Z'),
    });
  });

  it('tells when an idle workspace stops: never with 0s, eight hours unless it says otherwise', () => {
    const at = (autoStopAfter?: string) =>
      statusOf(
        aWorkspace({
          spec: { autoStopAfter },
          status: {
            phase: 'Running',
            lastDisconnectTime: '2026-01-05T08:00:00Z',
          },
        }),
      );
    expect(at()).toEqual({
      key: 'stops',
      at: Date.parse('2026-01-05T16:00:00Z'),
    });
    expect(at('0s')).toBeUndefined();
    expect(statusOf(aWorkspace())).toBeUndefined();
  });

  it('says what has been asked for and is not there yet', () => {
    const annotations = { [CONNECT_ANNOTATION]: 'true' };
    expect(statusOf(aWorkspace({ annotations }))).toEqual({ key: 'address' });
    expect(statusOf(aWorkspace({ annotations, phase: 'Stopped' }))).toEqual({
      key: 'startAsked',
    });
    expect(statusOf(aWorkspace({ deleting: true }))).toEqual({
      key: 'deleting',
    });
  });
});
