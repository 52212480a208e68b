import { Opened } from './Opened';

it('closes the last first, each once, also after one that fails', async () => {
  const opened = new Opened();
  const closed: string[] = [];
  opened.add(() => closed.push('first'));
  opened.add(async () => {
    throw new Error('stuck');
  });
  opened.add(() => closed.push('last'));
  await expect(opened.close()).rejects.toMatchObject({
    errors: [new Error('stuck')],
  });
  expect(closed).toEqual(['last', 'first']);
  await opened.close();
  expect(closed).toEqual(['last', 'first']);
});
