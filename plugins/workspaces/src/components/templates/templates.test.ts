import StorageIcon from '@mui/icons-material/Storage';
import WebIcon from '@mui/icons-material/Web';
import { aTemplate } from '../../__testUtils__';
import { categoriesOf, filterTemplates } from './filterTemplates';
import { pictureOf } from './icons';
import { parseTemplateKey } from './templateKey';

const TEMPLATES = [
  aTemplate('spark', { displayName: 'Spark', category: 'data' }),
  aTemplate('go', { description: 'A service in Go' }),
  aTemplate('web', { displayName: 'Web app', category: 'frontend' }),
];

function names(...filter: [Parameters<typeof filterTemplates>[1], string?]) {
  return filterTemplates(TEMPLATES, filter[0], filter[1] ?? '').map(
    ({ metadata }) => metadata.name,
  );
}

describe('filterTemplates', () => {
  it('goes by category and by words', () => {
    expect(names({ search: '' })).toEqual(['spark', 'go', 'web']);
    expect(names({ category: 'data', search: '' })).toEqual(['spark']);
    expect(names({ search: ' IN GO ' })).toEqual(['go']);
  });

  it('never hides the chosen one', () => {
    expect(names({ category: 'data', search: '' }, 'payments/web')).toEqual([
      'spark',
      'web',
    ]);
  });

  it('offers the categories that there are, in their order', () => {
    expect(categoriesOf(TEMPLATES)).toEqual(['backend', 'frontend', 'data']);
  });
});

describe('pictureOf', () => {
  it('knows some of Material’s names, however they are written', () => {
    expect(pictureOf('Storage', 'custom')).toEqual({
      kind: 'icon',
      Icon: StorageIcon,
    });
    expect(pictureOf('web', 'custom')).toEqual({ kind: 'icon', Icon: WebIcon });
  });

  it('shows a picture from https and from nowhere else', () => {
    expect(pictureOf('https://example.com/a.png', 'data')).toEqual({
      kind: 'image',
      url: 'https://example.com/a.png',
    });
    for (const icon of [
      'http://example.com/a.png',
      'ftp://example.com/a.png',
      'data:image/svg+xml,x',
      'constructor',
      undefined,
    ]) {
      expect(pictureOf(icon, 'data')).toEqual({
        kind: 'icon',
        Icon: StorageIcon,
      });
    }
  });
});

it('reads a template out of the URL, and nothing else', () => {
  expect(parseTemplateKey('butler-system/go')).toEqual({
    namespace: 'butler-system',
    name: 'go',
  });
  for (const text of ['', 'go', '../go', 'a/b/c', 'A/b']) {
    expect(parseTemplateKey(text)).toBeUndefined();
  }
});
