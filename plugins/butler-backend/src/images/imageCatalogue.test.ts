import { ConfigReader } from '@backstage/config';
import { readImages } from './imageCatalogue';

function read(images: unknown[]) {
  return readImages(new ConfigReader({ butler: { images: images as [] } }));
}

describe('the image catalogue', () => {
  it('is empty where the configuration names none', () => {
    expect(readImages(new ConfigReader({}))).toEqual([]);
  });

  it('holds what the configuration names', () => {
    const images = [
      { name: 'Base', image: 'base' },
      {
        name: 'Go',
        image: 'ghcr.io/acme/go:1.24',
        description: 'With delve',
        icon: 'https://cdn.example.com/go.svg',
      },
    ];
    expect(read(images)).toEqual(images);
  });

  it.each<[object, RegExp]>([
    [{ image: 'go' }, /butler\.images\.0\.name/],
    [{ name: 'Go', image: 'Go:' }, /butler\.images\.0\.image/],
    [{ name: 'Go', image: 'go', icon: 'data:x' }, /butler\.images\.0\.icon/],
    [{ name: 'Go', image: 'go', tag: '1' }, /butler\.images\.0/],
  ])('says where %j is wrong', (image, words) => {
    expect(() => read([image])).toThrow(words);
  });
});
