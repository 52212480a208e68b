/* eslint-disable no-script-url -- they are what must be refused */
import { createTemplateSchema, putTemplateSchema } from './templates';

const spec = { displayName: 'Go service', template: { image: 'go:1' } };

function refusals(part: object): string[] {
  const result = createTemplateSchema.safeParse({
    name: 'go',
    spec: { ...spec, ...part },
  });
  return result.success
    ? []
    : result.error.issues.map(({ path }) => path.join('.'));
}

describe('a template', () => {
  it('takes all that a person decides about', () => {
    expect(
      refusals({
        description: 'Go with <b>delve</b>.\n\nAnd more.',
        icon: 'LocalCafe',
        category: 'backend',
        template: {
          image: 'go:1',
          repositories: [{ url: 'git@h:r', secretRef: { name: 'key' } }],
          envFrom: { name: 'orders' },
          dotfiles: { url: 'git@h:d' },
          resources: { cpu: '2', memory: '4Gi' },
          storageSize: '10Gi',
        },
      }),
    ).toEqual([]);
  });

  it.each<[string, object]>([
    ['spec.displayName', { displayName: ' ' }],
    ['spec.displayName', { displayName: 'x'.repeat(101) }],
    ['spec.displayName', { displayName: 'a\u001b[31m' }],
    ['spec.description', { description: 'x'.repeat(2001) }],
    ['spec.description', { description: 'a\0b' }],
    ['spec.description', { description: 'a\u202eb' }],
    ['spec.icon', { icon: 'javascript:alert(1)' }],
    ['spec.icon', { icon: 'data:image/svg+xml,<svg onload=alert(1)>' }],
    ['spec.icon', { icon: 'http://example.com/a.png' }],
    ['spec.category', { category: 'other' }],
    ['spec.scope', { scope: 'cluster' }],
    ['spec.template.image', { template: {} }],
    ['spec.template', { template: { image: 'go:1', sshPublicKeys: [] } }],
    ['spec', { owner: 'x' }],
  ])('is refused at %s: %j', (path, part) => {
    expect(refusals(part)).toEqual([path]);
  });

  it('is called like any object of Kubernetes', () => {
    for (const name of ['', '..', 'a/b', 'A', 'a.b']) {
      expect(createTemplateSchema.safeParse({ name, spec }).success).toBe(
        false,
      );
    }
  });

  it('is replaced only by who says which version they saw', () => {
    const metadata = { resourceVersion: '17' };
    expect(putTemplateSchema.safeParse({ metadata, spec }).success).toBe(true);
    expect(putTemplateSchema.safeParse({ spec }).success).toBe(false);
    expect(putTemplateSchema.safeParse({ metadata: {}, spec }).success).toBe(
      false,
    );
  });
});
