import type { Workspace } from '../resources';
import { usualStart } from './usualStart';

function started(readyAt: string | undefined, status = 'True'): Workspace {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'Workspace',
    metadata: { name: 'w', creationTimestamp: '2026-01-01T10:00:00Z' },
    spec: { clusterRef: { name: 'c' }, owner: 'o@example.com', image: 'i' },
    status: {
      conditions: [
        {
          type: 'Ready',
          status: status as 'True',
          lastTransitionTime: readyAt,
        },
      ],
    },
  };
}

it('is the median of the first starts', () => {
  const at = (seconds: string) => started(`2026-01-01T10:00:${seconds}Z`);
  expect(usualStart([at('50'), at('10'), at('20')])).toBe(20);
});

it('leaves out what is not ready, was started anew later, or says nothing', () => {
  const ten = started('2026-01-01T10:00:10Z');
  const odd = [
    started('2026-01-01T10:00:01Z', 'False'),
    started('2026-01-02T10:00:00Z'),
    started(undefined),
    started('2026-01-01T09:00:00Z'),
  ];
  expect(usualStart([...odd, ten, ten, ten])).toBe(10);
  expect(usualStart([...odd, ten, ten])).toBeUndefined();
  expect(usualStart([])).toBeUndefined();
});
