const GROUP = /^[0-9a-f]{1,4}$/i;
const IPV4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

/** How many 16-bit groups a part of an address makes; undefined when it is none. */
function groupsOf(part: string, mayEndInIpv4: boolean): number | undefined {
  if (part === '') return 0;
  const groups = part.split(':');
  const last = groups[groups.length - 1];
  const embedded = mayEndInIpv4 && IPV4.test(last);
  const plain = embedded ? groups.slice(0, -1) : groups;
  if (!plain.every(group => GROUP.test(group))) return undefined;
  return plain.length + (embedded ? 2 : 0);
}

/** Whether the text is an IPv6 address as RFC 4291 writes it, without a zone. Runs in the browser too, so not node:net. */
export function isIpv6Literal(text: string): boolean {
  const parts = text.split('::');
  if (parts.length > 2) return false;
  const before = groupsOf(parts[0], parts.length === 1);
  const after = parts.length === 2 ? groupsOf(parts[1], true) : 0;
  if (before === undefined || after === undefined) return false;
  return parts.length === 2 ? before + after <= 7 : before === 8;
}
