/* eslint-disable no-script-url -- they are what must be refused */
import { isTemplateIcon } from './templateIcons';

describe('the icon of a template', () => {
  it.each([
    'Dns',
    'LocalCafe',
    'local_cafe',
    'https://cdn.example.com/go.svg?v=1#a',
  ])('may be %j', icon => expect(isTemplateIcon(icon)).toBe(true));

  it.each([
    '',
    ' ',
    'Local Cafe',
    '1up',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'vbscript:x',
    'blob:https://example.com/1',
    'http://cdn.example.com/go.svg',
    '//cdn.example.com/go.svg',
    'https:/cdn.example.com/go.svg',
    'https://',
    'https://user:secret@cdn.example.com/go.svg',
    'https://cdn.example.com/"onerror="alert(1)',
    'https://cdn.example.com/<script>',
    'https://cdn.example.com/a\nb',
    `https://cdn.example.com/${'a'.repeat(2048)}`,
    'a'.repeat(65),
  ])('is never %j', icon => expect(isTemplateIcon(icon)).toBe(false));
});
