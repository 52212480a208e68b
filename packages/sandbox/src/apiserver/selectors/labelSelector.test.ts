import { parseLabelSelector } from './labelSelector';

describe('a label selector', () => {
  const labels = { app: 'x', tier: 'gold', size: '5' };

  it.each([
    ['', true],
    ['app=x', true],
    ['app==x,tier=gold', true],
    ['app!=x', false],
    ['other!=x', true],
    ['app', true],
    ['!app', false],
    ['app in (x, y)', true],
    ['app notin (x)', false],
    ['other notin (x)', true],
    ['size>4', true],
    ['size<4', false],
    ['app=', false],
  ])('%j fits: %s', (text, fits) => {
    expect(parseLabelSelector(text)(labels)).toBe(fits);
  });

  it.each(['=x', 'app in x', 'app in (x', 'app=x y', ',', 'n>x', 'bad key!=x'])(
    'refuses %j',
    text => {
      expect(() => parseLabelSelector(text)).toThrow(/found|must be/);
    },
  );
});
