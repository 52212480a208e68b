import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkloadList } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../../../api';
import { FakeButlerApi } from '../../../../__testUtils__';
import { NO_ENV } from '../../../../components/specForm';
import { renderInForm } from '../__testUtils__/renderInForm';
import { aWorkload, aWorkloadList } from '../__testUtils__/workloads';
import { EnvPanel } from './EnvPanel';

const WEB = aWorkload({
  namespace: 'shop',
  name: 'web',
  containers: [
    {
      name: 'main',
      env: [
        { name: 'PORT', copied: true },
        { name: 'LOG_LEVEL', copied: true },
        { name: 'DB_PASSWORD', copied: false, source: 'secretKeyRef' },
        { name: 'POD_IP', copied: false, source: 'fieldRef' },
      ],
      envFrom: [{ source: 'configMapRef', name: 'web-settings' }],
    },
    'proxy',
  ],
});
const DB = aWorkload({ namespace: 'shop', name: 'db', kind: 'StatefulSet' });

function anApi(list: WorkloadList = aWorkloadList([WEB, DB])): FakeButlerApi {
  const api = new FakeButlerApi();
  api.onGetWorkloads = async () => list;
  return api;
}

function show(api = anApi(), values = {}) {
  const onShowBasics = jest.fn();
  const { form } = renderInForm(
    <EnvPanel onShowBasics={onShowBasics} />,
    api,
    values,
  );
  return { form, onShowBasics };
}

const radio = (name: string) => screen.findByRole('radio', { name });
const picker = (name: string) => screen.findByRole('combobox', { name });

async function copy() {
  await userEvent.click(await radio('Copy from a workload'));
}

async function choose(name: string, option: string) {
  await userEvent.click(await picker(name));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

const WEB_ENV = {
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
  container: 'main',
};

describe('EnvPanel', () => {
  it('asks no cluster before somebody wants to copy', async () => {
    const api = anApi();
    show(api);
    expect(await radio('None')).toBeChecked();
    expect(api.calls).toEqual([]);
    await copy();
    await picker('Workload');
    expect(api.calls).toEqual([['getWorkloads', 'payments', 'dev-eu']]);
  });

  it('copies from the workload that is chosen, and shows the names', async () => {
    const { form } = show();
    await copy();
    // There is one namespace: nobody has to choose it.
    expect(await picker('Namespace')).toHaveValue('shop');
    await choose('Workload', 'web');
    expect(form().getValues('env')).toEqual(WEB_ENV);
    const copied = screen.getByRole('list', { name: '2 variables are copied' });
    expect(
      within(copied)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['PORT', 'LOG_LEVEL']);
    const leftOut = screen.getByRole('list', { name: '3 are left out' });
    expect(
      within(leftOut)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'DB_PASSWORDcomes from a Secret',
      'POD_IPcomes from a field of the pod',
      'web-settingseverything in a ConfigMap',
    ]);
    await choose('Container', 'proxy');
    expect(form().getValues('env.container')).toBe('proxy');
    expect(screen.getByText('This container has no variables.')).toBeVisible();
  });

  it('forgets the workload when another namespace is chosen', async () => {
    const list = aWorkloadList([WEB, aWorkload({ namespace: 'blog' })]);
    const { form } = show(anApi(list), { env: WEB_ENV });
    await choose('Namespace', 'blog');
    expect(form().getValues('env')).toEqual({ ...NO_ENV, namespace: 'blog' });
    expect(await picker('Workload')).toHaveAccessibleDescription(
      'Nothing is copied until you choose one.',
    );
  });

  it('copies nothing again with one click', async () => {
    const { form } = show(anApi(), { env: WEB_ENV });
    expect(await radio('Copy from a workload')).toBeChecked();
    await userEvent.click(await radio('None'));
    expect(form().getValues('env')).toEqual(NO_ENV);
    expect(screen.queryByRole('combobox', { name: 'Workload' })).toBeNull();
  });

  it('leads to the cluster where none is chosen', async () => {
    const { onShowBasics } = show(anApi(), { cluster: '' });
    await copy();
    expect(screen.getByText(/Choose a cluster first/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go to basics' }));
    expect(onShowBasics).toHaveBeenCalled();
  });

  it('goes on by hand while the cluster cannot be reached, and tries again', async () => {
    const api = anApi();
    api.onGetWorkloads = async () => {
      throw new ButlerError('dev-eu does not answer.', 503);
    };
    const { form } = show(api);
    await copy();
    expect(await screen.findByText('dev-eu does not answer.')).toBeVisible();
    await userEvent.click(screen.getByRole('textbox', { name: 'Workload' }));
    await userEvent.paste('web');
    expect(form().getValues('env.name')).toBe('web');
    api.onGetWorkloads = async () =>
      aWorkloadList([aWorkload({ name: 'web' })]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await picker('Workload')).toHaveValue('web');
  });

  it('says while it waits for the cluster', async () => {
    const api = anApi();
    let answer: (list: WorkloadList) => void = () => {};
    api.onGetWorkloads = () =>
      new Promise(resolve => {
        answer = resolve;
      });
    show(api);
    await copy();
    expect(
      await screen.findByText('Loading the workloads of dev-eu'),
    ).toBeVisible();
    answer(aWorkloadList([]));
    expect(
      await screen.findByText('No Deployment or StatefulSet runs on dev-eu.'),
    ).toBeVisible();
  });

  it('says that a workload of a template is not there', async () => {
    const { form } = show(anApi(), {
      env: { ...NO_ENV, namespace: 'shop', name: 'gone' },
    });
    expect(
      await screen.findByText(
        /dev-eu has no Deployment gone in the namespace shop/,
      ),
    ).toBeVisible();
    await choose('Workload', 'web');
    expect(form().getValues('env')).toEqual(WEB_ENV);
    expect(screen.queryByText(/has no Deployment gone/)).toBeNull();
  });

  it('says that a container of a template is not there', async () => {
    show(anApi(), { env: { ...WEB_ENV, container: 'gone' } });
    expect(await screen.findByText(/web has no container gone/)).toBeVisible();
  });

  it('asks a large cluster for one namespace at a time', async () => {
    const api = anApi();
    api.onGetWorkloads = async (_team, _cluster, namespace) =>
      namespace
        ? aWorkloadList(namespace === 'shop' ? [WEB] : [])
        : { namespaces: ['blog', 'shop'], items: [], truncated: true };
    const { form } = show(api);
    await copy();
    await choose('Namespace', 'shop');
    await choose('Workload', 'web');
    expect(form().getValues('env')).toEqual(WEB_ENV);
    expect(api.calls).toEqual([
      ['getWorkloads', 'payments', 'dev-eu'],
      ['getWorkloads', 'payments', 'dev-eu', 'shop'],
    ]);
  });

  it('takes by hand what even a namespace has too much of', async () => {
    show(anApi({ namespaces: ['shop'], items: [WEB], truncated: true }), {
      env: { ...NO_ENV, namespace: 'shop', name: 'last' },
    });
    expect(
      await screen.findByText(/shop has more workloads than can be listed/),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Workload' })).toHaveValue(
      'last',
    );
  });

  it('can be worked with the keyboard alone', async () => {
    const { form } = show();
    await radio('None');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await picker('Workload');
    await userEvent.tab();
    await userEvent.tab();
    expect(await picker('Workload')).toHaveFocus();
    await userEvent.keyboard('db{Enter}');
    await waitFor(() =>
      expect(form().getValues('env')).toMatchObject({
        kind: 'StatefulSet',
        name: 'db',
      }),
    );
  });
});
