import { isImageReference, shortImage } from './images';

const DIGEST = `@sha256:${'a'.repeat(64)}`;

describe('image references', () => {
  it.each([
    'alpine',
    'alpine:3.22',
    'library/alpine',
    'ghcr.io/butlerdotdev/workspace-base:latest',
    'localhost:5000/team/image_name:V1.0-rc.1',
    'registry.example.com:443/a/b/c',
    '[2001:db8::1]:5000/image',
    `ghcr.io/acme/go:1.24${DIGEST}`,
    `ghcr.io/acme/go${DIGEST}`,
  ])('%j is one', image => {
    expect(isImageReference(image)).toBe(true);
  });

  it.each([
    '',
    ' alpine',
    'Alpine',
    'alpine:',
    'alpine:.tag',
    'alpine@sha256:abc',
    'https://ghcr.io/acme/go',
    'ghcr.io//go',
    'ghcr.io/acme/',
    'a b',
    'alpine\n',
    '$(id)',
    `a${'/a'.repeat(300)}`,
    `alpine:${'t'.repeat(129)}`,
  ])('%j is none', image => {
    expect(isImageReference(image)).toBe(false);
  });

  it('are shortened to what tells them apart', () => {
    expect(shortImage('ghcr.io/acme/go:1.24')).toBe('go:1.24');
    expect(shortImage(`localhost:5000/go:1${DIGEST}`)).toBe('go:1');
    expect(shortImage('alpine')).toBe('alpine');
  });
});
