import { aTemplate } from '../../../__testUtils__';
import { differences } from './differences';

it('names what was changed, added and removed, field by field', () => {
  const before = aTemplate('go', { description: 'Old' }).spec;
  const after = aTemplate('go', {
    icon: 'Code',
    template: {
      image: 'ghcr.io/acme/go:1.25',
      repositories: [
        { url: 'https://git.example.com/acme/ledger.git', branch: 'next' },
      ],
    },
  }).spec;
  expect(differences(before, after)).toEqual([
    { path: 'description', before: 'Old', after: undefined },
    {
      path: 'template.image',
      before: 'ghcr.io/acme/go:1.24',
      after: 'ghcr.io/acme/go:1.25',
    },
    { path: 'icon', before: undefined, after: 'Code' },
    {
      path: 'template.repositories[0].branch',
      before: undefined,
      after: 'next',
    },
  ]);
  expect(differences(before, before)).toEqual([]);
});
