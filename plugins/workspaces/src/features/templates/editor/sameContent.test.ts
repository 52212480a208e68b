import { aTemplate } from '../../../__testUtils__';
import { sameContent } from './sameContent';

const sent = {
  displayName: 'Go',
  template: {
    image: 'ghcr.io/acme/go:1',
    repositories: [{ url: 'https://git.example.com/a.git' }],
    envFrom: { name: 'shop' },
    storageSize: '10Gi',
  },
};

it('knows what was sent in what the API server has made of it', () => {
  const stored = {
    ...sent,
    category: 'custom' as const,
    scope: 'team' as const,
    template: {
      ...sent.template,
      repositories: [{ url: 'https://git.example.com/a.git', branch: 'main' }],
      envFrom: {
        kind: 'Deployment' as const,
        name: 'shop',
        namespace: 'default',
      },
    },
  };
  expect(sameContent(sent, stored)).toBe(true);
});

it.each([
  ['a description', { ...sent, description: 'More' }],
  [
    'a branch',
    {
      ...sent,
      template: {
        ...sent.template,
        repositories: [
          { url: 'https://git.example.com/a.git', branch: 'next' },
        ],
      },
    },
  ],
  ['nothing left', aTemplate().spec],
])('tells %s apart', (_, other) => {
  expect(sameContent(sent, other)).toBe(false);
});
