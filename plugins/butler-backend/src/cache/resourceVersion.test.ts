import { compareResourceVersions, isNewer } from './resourceVersion';

describe('resource versions', () => {
  it('are compared as integers of any size', () => {
    expect(isNewer('10', '9')).toBe(true);
    expect(isNewer('9', '10')).toBe(false);
    expect(isNewer('99999999999999999999', '99999999999999999998')).toBe(true);
    expect(compareResourceVersions('7', '7')).toBe(0);
  });

  it('are not compared when one is no number', () => {
    expect(compareResourceVersions('a', '1')).toBeUndefined();
    expect(isNewer(undefined, '1')).toBe(false);
    expect(isNewer('01', '0')).toBe(false);
  });
});
