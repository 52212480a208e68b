import { z } from 'zod';
import { fieldPath, parse } from './parse';

describe('parse', () => {
  it('writes paths as Kubernetes does', () => {
    expect(fieldPath(['spec', 'repositories', 0, 'url'])).toBe(
      'spec.repositories[0].url',
    );
    expect(fieldPath([])).toBe('');
  });

  it('names every field that is wrong, and every one that there is not', () => {
    const schema = z.strictObject({
      spec: z.strictObject({ image: z.string() }),
    });
    expect(() => parse(schema, { spec: { owner: 'x' } }, 'body')).toThrow(
      expect.objectContaining({
        name: 'InputError',
        fields: [
          expect.objectContaining({ path: 'spec.image' }),
          { path: 'spec.owner', message: 'There is no such field.' },
        ],
      }),
    );
  });

  it('gives back what is right', () => {
    expect(parse(z.coerce.number(), '7', 'query')).toBe(7);
  });
});
