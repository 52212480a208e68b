import { BUTLER_API_VERSION } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { ObjectWriter } from '../writes/ObjectWriter';
import { putTemplate, toTemplatePatch } from './putTemplate';

const metadata = { resourceVersion: '17' };

function template(body: object, spec: object = {}): WorkspaceTemplate {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'WorkspaceTemplate',
    metadata: { name: 'go', namespace: 'payments' },
    spec: {
      displayName: 'Go',
      scope: 'team',
      ...spec,
      template: { image: 'go:1', ...body },
    },
  };
}

describe('the patch that replaces a template', () => {
  it('removes the known fields that were left out, and names no unknown one', () => {
    const present = template(
      {
        repository: { url: 'git@h:r' },
        resources: { cpu: '2', memory: '4Gi', gpu: '1' },
        dotfiles: { url: 'git@h:d', shell: 'fish' },
        nodeSelector: { disk: 'ssd' },
      },
      { description: 'x', sortOrder: 7 },
    );
    expect(
      toTemplatePatch(
        {
          metadata,
          spec: {
            displayName: 'Go',
            template: { image: 'go:2', resources: { cpu: '4' } },
          },
        },
        present,
      ),
    ).toEqual({
      metadata,
      spec: {
        displayName: 'Go',
        description: null,
        scope: 'team',
        template: {
          image: 'go:2',
          repository: null,
          resources: { cpu: '4', memory: null },
          dotfiles: null,
        },
      },
    });
  });

  it('takes along what is not known of a repository that stays', () => {
    const present = template({
      repositories: [
        { url: 'git@h:a', branch: 'old', name: 'one', depth: 1 },
        { url: 'git@h:b', depth: 2 },
      ],
    });
    const repositories = [
      { url: 'git@h:c' },
      { url: 'git@h:a', branch: 'new' },
    ];
    expect(
      toTemplatePatch(
        {
          metadata,
          spec: {
            displayName: 'Go',
            template: { image: 'go:1', repositories },
          },
        },
        present,
      ).spec.template.repositories,
    ).toEqual([
      { url: 'git@h:c' },
      { url: 'git@h:a', branch: 'new', depth: 1 },
    ]);
  });

  describe('gives of repositories with the same URL', () => {
    const url = 'https://git.example.com/a.git';
    const patched = (present: object[], wanted: object[]) =>
      toTemplatePatch(
        {
          metadata,
          spec: {
            displayName: 'Go',
            template: {
              image: 'go:1',
              repositories: wanted.map(repository => ({ url, ...repository })),
            },
          },
        },
        template({
          repositories: present.map(repository => ({ url, ...repository })),
        }),
      ).spec.template.repositories;
    const withUrl = (repositories: object[]) =>
      repositories.map(repository => ({ url, ...repository }));

    it('each what was its own, and a renamed one what is left', () => {
      expect(
        patched(
          [
            { name: 'gone', depth: 9 },
            { name: 'one', depth: 1 },
            { name: 'two', depth: 2 },
          ],
          [{ name: 'three' }, { name: 'one' }, { name: 'two', branch: 'next' }],
        ),
      ).toEqual(
        withUrl([
          { name: 'three', depth: 9 },
          { name: 'one', depth: 1 },
          { name: 'two', branch: 'next', depth: 2 },
        ]),
      );
    });

    it('none what was another’s, whatever their order', () => {
      expect(
        patched(
          [
            { name: 'one', depth: 1 },
            { name: 'two', depth: 2 },
          ],
          [{ name: 'three' }, { name: 'one' }],
        ),
      ).toEqual(
        withUrl([
          { name: 'three', depth: 2 },
          { name: 'one', depth: 1 },
        ]),
      );
    });

    it('nothing to two of which either may have been it', () => {
      expect(
        patched(
          [{ name: 'one', depth: 1 }],
          [{ name: 'two' }, { name: 'three' }],
        ),
      ).toEqual(withUrl([{ name: 'two' }, { name: 'three' }]));
    });

    it('to the one without a name what is in the directory of that URL', () => {
      expect(
        patched(
          [
            { name: 'b', depth: 1 },
            { name: 'a', depth: 2 },
          ],
          [{ name: 'b' }, {}],
        ),
      ).toEqual(withUrl([{ name: 'b', depth: 1 }, { depth: 2 }]));
    });
  });

  it('leaves the deprecated repository as it is written until the repositories change', () => {
    const repository = { url: 'git@h:r', branch: 'main' };
    const present = template({ repository, storageSize: 1024 });
    const patchWith = (repositories: object[]) =>
      toTemplatePatch(
        {
          metadata,
          spec: {
            displayName: 'Renamed',
            template: {
              image: 'go:1',
              repositories: repositories as { url: string }[],
              storageSize: '1024',
            },
          },
        },
        present,
      ).spec.template;
    expect(patchWith([{ branch: 'main', url: 'git@h:r' }])).toEqual(
      present.spec.template,
    );
    expect(patchWith([{ ...repository, branch: 'next' }])).toEqual({
      image: 'go:1',
      repository: null,
      repositories: [{ ...repository, branch: 'next' }],
      storageSize: 1024,
    });
  });

  it('changes nothing by itself, down to the scope that Butler has written', () => {
    const body = { image: 'go:1', storageSize: 1024 };
    const present = template(body, { icon: 'Dns' });
    const spec = { displayName: 'Go', icon: 'Dns', template: body };
    expect(toTemplatePatch({ metadata, spec }, present).spec).toEqual(
      present.spec,
    );
  });
});

it('asks the policy about the template as it is by now and as it would be', async () => {
  const asked: unknown[] = [];
  const writer = {
    read: async () => template({}, { category: 'devops' }),
    patch: async (_: unknown, object: WorkspaceTemplate) => object,
  } as unknown as ObjectWriter<WorkspaceTemplate>;
  await putTemplate(
    { email: 'developer@example.com' } as Caller,
    {
      template: template({}, { category: 'data' }),
      assertAllows: ({ spec }) => asked.push(spec.category),
    },
    {
      metadata,
      spec: {
        displayName: 'Go',
        category: 'backend',
        template: { image: 'go:1' },
      },
    },
    writer,
    {},
  );
  expect(asked).toEqual(['devops', 'backend']);
});
