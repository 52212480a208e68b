import { NO_ENV } from '../../../../components/specForm';
import { aWorkload, aWorkloadList } from '../__testUtils__/workloads';
import {
  findContainer,
  findWorkload,
  namespaceOf,
  namespacesOf,
  workloadsIn,
} from './workloads';

const LIST = aWorkloadList([
  aWorkload({ namespace: 'shop', name: 'web' }),
  aWorkload({ namespace: 'shop', name: 'api' }),
  aWorkload({ namespace: 'shop', name: 'api', kind: 'StatefulSet' }),
  aWorkload({ namespace: 'default', name: 'cron' }),
]);

it('offers the namespaces that have something to copy from', () => {
  expect(namespacesOf({ ...LIST, namespaces: ['empty', 'shop'] })).toEqual([
    'default',
    'shop',
  ]);
});

it('lists the workloads of a namespace by kind and name', () => {
  expect(
    workloadsIn(LIST.items, 'shop').map(({ kind, name }) => `${kind} ${name}`),
  ).toEqual(['Deployment api', 'Deployment web', 'StatefulSet api']);
});

describe('the namespace in the form', () => {
  it('is what Butler takes when none is named', () => {
    expect(namespaceOf({ ...NO_ENV, name: 'web' }, ['shop'])).toBe('default');
    expect(namespaceOf(NO_ENV, ['shop', 'default'])).toBe('default');
  });

  it('is the only one that there is', () => {
    expect(namespaceOf(NO_ENV, ['shop'])).toBe('shop');
    expect(namespaceOf({ ...NO_ENV, namespace: 'gone' }, ['shop'])).toBe(
      'gone',
    );
  });

  it('is open where there are several', () => {
    expect(namespaceOf(NO_ENV, ['blog', 'shop'])).toBe('');
  });
});

it('finds a workload by kind, namespace and name together', () => {
  const env = { ...NO_ENV, namespace: 'shop', name: 'api' };
  expect(findWorkload(env, LIST.items)).toBe(LIST.items[1]);
  expect(findWorkload({ ...env, kind: 'StatefulSet' }, LIST.items)).toBe(
    LIST.items[2],
  );
  expect(findWorkload({ ...env, namespace: '' }, LIST.items)).toBeUndefined();
});

it('takes the first container where none is named', () => {
  const workload = aWorkload({ containers: ['main', 'proxy'] });
  expect(findContainer(workload, '')?.name).toBe('main');
  expect(findContainer(workload, 'proxy')?.name).toBe('proxy');
  expect(findContainer(workload, 'gone')).toBeUndefined();
});
