import { isIP } from 'node:net';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME =
  /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+$/;
const UUID =
  /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const HOSTNAME =
  /^[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)*$/;
/** Of strfmt: a number and a unit, in words or letters, days and weeks included. */
const DURATION =
  /^\s*([+-]?\d+(\.\d+)?\s*(ns|us|µs|μs|ms|s|m|h|d|w|nano(second)?s?|micro(second)?s?|milli(second)?s?|sec(ond)?s?|min(ute)?s?|hours?|hrs?|days?|weeks?|wks?)\s*)+$/i;

function isDate(text: string): boolean {
  // Date.parse takes the 31st of February for a day in March.
  const time = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text.slice(0, 10)
  );
}

function isCidr(text: string): boolean {
  const [address, length, ...more] = text.split('/');
  const version = isIP(address);
  return (
    more.length === 0 &&
    version !== 0 &&
    /^\d{1,3}$/.test(length ?? '') &&
    Number(length) <= (version === 4 ? 32 : 128)
  );
}

const CHECKS: Record<string, (text: string) => boolean> = {
  date: text => DATE.test(text) && isDate(text),
  'date-time': text =>
    DATE_TIME.test(text) && isDate(text) && !Number.isNaN(Date.parse(text)),
  datetime: text => CHECKS['date-time'](text),
  duration: text => DURATION.test(text) || text === '0',
  email: text => EMAIL.test(text),
  // Go's ParseRequestURI: an absolute URI or an absolute path.
  uri: text => text.startsWith('/') || URL.canParse(text),
  hostname: text => HOSTNAME.test(text) && text.length <= 255,
  ipv4: text => isIP(text) === 4,
  ipv6: text => isIP(text) === 6,
  cidr: isCidr,
  mac: text => /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text),
  uuid: text => UUID.test(text),
  uuid3: text => UUID.test(text) && text.replace(/-/g, '')[12] === '3',
  uuid4: text => UUID.test(text) && text.replace(/-/g, '')[12] === '4',
  uuid5: text => UUID.test(text) && text.replace(/-/g, '')[12] === '5',
  byte: text => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0,
  hexcolor: text => /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text),
};

/** Whether a text has a format; formats that Kubernetes does not check always hold. */
export function hasFormat(text: string, format: string): boolean {
  return CHECKS[format]?.(text) ?? true;
}
