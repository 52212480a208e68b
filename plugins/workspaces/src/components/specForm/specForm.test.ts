import { clonePath, hasDirectory } from './repositories/directories';
import { presetOf } from './size/presets';
import { toSpecParts } from './toSpec';
import { EMPTY_SPEC, specValuesOf } from './values';

it('knows a preset however its quantities are written', () => {
  expect(presetOf({ cpu: '2000m', memory: '4096Mi', storage: '10Gi' })).toBe(
    'medium',
  );
  expect(
    presetOf({ cpu: '3', memory: '4Gi', storage: '10Gi' }),
  ).toBeUndefined();
  expect(presetOf({ cpu: '', memory: '', storage: '' })).toBeUndefined();
});

describe('directories', () => {
  const line = (url: string, directory = '') => ({
    url,
    directory,
    branch: '',
    credential: '',
  });

  it('have names where there are several, or one was given', () => {
    const api = line('https://a.b/x/api.git');
    expect(hasDirectory([api], 0)).toBe(false);
    expect(hasDirectory([api, line('')], 0)).toBe(true);
    expect(hasDirectory([{ ...api, directory: 'books' }], 0)).toBe(true);
    expect(hasDirectory([line('https://a.b/x/größe')], 0)).toBe(true);
    expect(hasDirectory([line('not yet')], 0)).toBe(false);
  });

  it('lie where the controller clones to', () => {
    expect(clonePath([line('https://a.b/x/api')], 0)).toBe('/workspace/src');
    expect(
      clonePath([line('https://a.b/x/api'), line('https://a.b/y/api', 'z')], 1),
    ).toBe('/workspace/z');
  });
});

describe('the content of a template', () => {
  it('comes back as it was through the fields', () => {
    const body = {
      image: 'ghcr.io/acme/go:1.24',
      repositories: [
        { url: 'https://a.b/c', branch: 'next', secretRef: { name: 'key' } },
      ],
      dotfiles: { url: 'https://a.b/dots', installCommand: 'make' },
      envFrom: { kind: 'StatefulSet' as const, name: 'db', container: 'main' },
      resources: { cpu: '4', memory: '8Gi' },
      storageSize: '20Gi',
    };
    expect(toSpecParts(specValuesOf(body))).toEqual(body);
  });

  it('leaves out what nobody has typed', () => {
    expect(toSpecParts({ ...EMPTY_SPEC, image: 'a/b:1', cpu: ' ' })).toEqual({
      image: 'a/b:1',
    });
  });
});
