/**
 * The base name of a group (contract, section 1): of `CN=name,OU=…` and `name@domain` the name, in
 * lower case.
 */
export function groupBaseName(group: string): string {
  const text = group.trim();
  const dn = /^cn=((?:\\.|[^,\\])+)/i.exec(text);
  const name = dn
    ? dn[1].replace(/\\(.)/g, '$1')
    : text.replace(/(?<=.)@[^@]*$/, '');
  return name.trim().toLowerCase();
}
