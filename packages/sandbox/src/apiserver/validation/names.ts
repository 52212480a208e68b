const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';

function whole(pattern: string): RegExp {
  return new RegExp(`^(${pattern})$`);
}

/** Why a text is no RFC 1123 label (namespaces, services), in Kubernetes' words; undefined when it is one. */
export function labelProblem(text: string): string | undefined {
  if (text.length > 63) return 'must be no more than 63 characters';
  return whole(LABEL).test(text)
    ? undefined
    : `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;
}

/** Why a text is no RFC 1123 subdomain (most names), in Kubernetes' words; undefined when it is one. */
export function subdomainProblem(text: string): string | undefined {
  if (text.length > 253) return 'must be no more than 253 characters';
  return whole(SUBDOMAIN).test(text)
    ? undefined
    : `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`;
}

/** Why a text cannot be a segment of a path (names of roles and bindings); undefined when it can. */
export function pathSegmentProblem(text: string): string | undefined {
  if (text === '.' || text === '..') return `may not be '${text}'`;
  const wrong = ['/', '%'].find(character => text.includes(character));
  return wrong && `may not contain '${wrong}'`;
}

/** Why a text is no qualified name (keys of labels and annotations); undefined when it is one. */
export function qualifiedNameProblem(text: string): string | undefined {
  const parts = text.split('/');
  if (parts.length > 2) {
    return `a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`;
  }
  const name = parts[parts.length - 1];
  if (parts.length === 2) {
    if (parts[0] === '') return 'prefix part must be non-empty';
    const problem = subdomainProblem(parts[0]);
    if (problem) return `prefix part ${problem}`;
  }
  if (name === '') return 'name part must be non-empty';
  if (name.length > 63) return 'name part must be no more than 63 characters';
  return whole(QUALIFIED).test(name)
    ? undefined
    : `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}')`;
}

/** Why a text is no label value; undefined when it is one. */
export function labelValueProblem(text: string): string | undefined {
  if (text.length > 63) return 'must be no more than 63 characters';
  return whole(LABEL_VALUE).test(text)
    ? undefined
    : `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${LABEL_VALUE}')`;
}
