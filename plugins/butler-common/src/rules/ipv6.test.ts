import { isIpv6Literal } from './ipv6';

describe('IPv6 addresses', () => {
  it.each([
    '::',
    '::1',
    '2001:db8::1',
    '1:2:3:4:5:6:7:8',
    '1::8',
    'FE80::1',
    '::ffff:192.0.2.1',
    '1:2:3:4:5:6:192.0.2.1',
  ])('are recognised: %s', text => {
    expect(isIpv6Literal(text)).toBe(true);
  });

  it.each([
    '',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::',
    'fe80::1%eth0',
    '192.0.2.1',
    '::192.0.2.256',
    '192.0.2.1::',
    '::1\nProxyCommand x',
  ])('are told from %j', text => {
    expect(isIpv6Literal(text)).toBe(false);
  });
});
