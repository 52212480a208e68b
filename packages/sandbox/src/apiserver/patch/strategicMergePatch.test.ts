import { strategicMergePatch } from './strategicMergePatch';

describe('a strategic merge patch', () => {
  const pod = {
    metadata: { finalizers: ['a', 'b'], labels: { x: '1' } },
    spec: {
      containers: [
        { name: 'main', image: 'i:1', args: ['1'] },
        { name: 'side', image: 's:1' },
      ],
      nodeSelector: { disk: 'ssd' },
    },
  };

  it.each([
    [
      'merges containers by their names, and replaces plain lists',
      { spec: { containers: [{ name: 'main', args: ['2'] }] } },
      {
        spec: {
          ...pod.spec,
          containers: [
            { name: 'main', image: 'i:1', args: ['2'] },
            { name: 'side', image: 's:1' },
          ],
        },
      },
    ],
    [
      'deletes an item',
      { spec: { containers: [{ name: 'side', $patch: 'delete' }] } },
      { spec: { ...pod.spec, containers: [pod.spec.containers[0]] } },
    ],
    [
      'orders as it is told',
      {
        spec: {
          '$setElementOrder/containers': [{ name: 'side' }, { name: 'main' }],
        },
      },
      { spec: { ...pod.spec, containers: [...pod.spec.containers].reverse() } },
    ],
    [
      'replaces a map',
      { spec: { nodeSelector: { $patch: 'replace', arch: 'arm' } } },
      { spec: { ...pod.spec, nodeSelector: { arch: 'arm' } } },
    ],
    [
      'adds to and takes from lists of texts',
      {
        metadata: {
          finalizers: ['c'],
          '$deleteFromPrimitiveList/finalizers': ['a'],
        },
      },
      { metadata: { ...pod.metadata, finalizers: ['b', 'c'] } },
    ],
    [
      'removes with null',
      { metadata: { labels: null } },
      { metadata: { finalizers: ['a', 'b'] } },
    ],
  ])('%s', (_what, patch, expected) => {
    expect(strategicMergePatch(pod, patch)).toEqual({ ...pod, ...expected });
  });
});
