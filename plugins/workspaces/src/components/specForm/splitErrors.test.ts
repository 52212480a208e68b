import { fieldOfSpecPath } from './fieldPaths';
import { splitErrors } from './splitErrors';

it('brings errors to their fields, from top to bottom, and keeps the rest', () => {
  const line = { url: 'x', branch: '', directory: '', credential: '' };
  expect(
    splitErrors(
      [
        { path: 'resources.cpu', message: 'a' },
        { path: 'repositories[0].url', message: 'b' },
        { path: 'repositories[4].url', message: 'c' },
        { path: 'owner', message: 'd' },
        { path: 'image', message: 'e' },
      ],
      { repositories: [line] },
      {
        fieldOfPath: fieldOfSpecPath,
        order: ['image', 'repositories', 'cpu'],
      },
    ),
  ).toEqual({
    atFields: [
      { field: 'image', message: 'e' },
      { field: 'repositories.0.url', message: 'b' },
      { field: 'cpu', message: 'a' },
    ],
    others: ['repositories[4].url: c', 'owner: d'],
  });
});
