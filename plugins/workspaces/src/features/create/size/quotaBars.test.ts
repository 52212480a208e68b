import { aCluster } from '../__testUtils__/fixtures';
import { quotaBars } from './quotaBars';

const SIZE = { cpu: '2', memory: '4Gi', storage: '10Gi' };

function bar(part: string, size = SIZE, cluster = aCluster()) {
  return quotaBars(size, cluster.quota).find(item => item.part === part);
}

it('shows what is used and what this workspace would add', () => {
  expect(bar('cpu', { ...SIZE, cpu: '4000m' })).toMatchObject({
    used: '6',
    asked: '4000m',
    left: '10',
    usedPercent: 37.5,
    askedPercent: 25,
    over: false,
  });
  expect(bar('count')).toMatchObject({ asked: '1', usedPercent: 40 });
});

it('is over as soon as more is asked for than is left, never earlier', () => {
  expect(bar('cpu', { ...SIZE, cpu: '10' })?.over).toBe(false);
  expect(bar('cpu', { ...SIZE, cpu: '10001m' })).toMatchObject({
    over: true,
    usedPercent: 37.5,
    askedPercent: 62.5,
  });
  expect(bar('storage', { ...SIZE, storage: '1Ti' })?.over).toBe(true);
});

it('counts what is left empty as what Butler would take', () => {
  expect(bar('cpu', { ...SIZE, cpu: ' ' })).toMatchObject({ asked: '2' });
});

it('has no bar where there is no limit, and no figure where nothing was typed', () => {
  const { quota } = aCluster();
  const bars = quotaBars(
    { ...SIZE, cpu: 'two' },
    { ...quota, cpu: { used: '6' } },
  );
  expect(bars.find(({ part }) => part === 'cpu')).toEqual({
    part: 'cpu',
    used: '6',
    asked: undefined,
    limit: undefined,
    left: undefined,
    usedPercent: 0,
    askedPercent: 0,
    over: false,
  });
});
