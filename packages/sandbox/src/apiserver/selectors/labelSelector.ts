import { badRequest } from '../status/errors';

/** Decides whether labels fit. */
export type LabelPredicate = (labels: Record<string, string>) => boolean;

const TOKEN = /\s*(notin\b|in\b|==|!=|=|!|\(|\)|,|<|>|[^\s=!(),<>]+)/gy;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    tokens.push(match[1]);
  }
  return tokens;
}

function isIdentifier(token: string | undefined): token is string {
  return token !== undefined && !/^[=!(),<>]/.test(token);
}

/** A recursive-descent parser of Kubernetes' label selector grammar (`k8s.io/apimachinery/pkg/labels`). */
class Parser {
  private position = 0;

  constructor(private readonly tokens: string[]) {}

  parse(): LabelPredicate[] {
    const requirements: LabelPredicate[] = [];
    while (this.peek() !== undefined) {
      requirements.push(this.requirement());
      const next = this.take();
      if (next !== undefined && next !== ',') {
        throw badRequest(`found '${next}', expected: ',' or 'end of string'`);
      }
      if (next === ',' && this.peek() === undefined) {
        throw badRequest(`found '', expected: identifier after ','`);
      }
    }
    return requirements;
  }

  private peek(): string | undefined {
    return this.tokens[this.position];
  }

  private take(): string | undefined {
    const token = this.tokens[this.position];
    this.position += 1;
    return token;
  }

  private requirement(): LabelPredicate {
    const negated = this.peek() === '!';
    if (negated) this.take();
    const key = this.take();
    if (!isIdentifier(key)) {
      throw badRequest(
        `found '${key ?? ''}', expected: !, identifier, or 'end of string'`,
      );
    }
    if (negated) {
      return labels => labels[key] === undefined;
    }
    const operator = this.peek();
    if (operator === undefined || operator === ',') {
      return labels => labels[key] !== undefined;
    }
    this.take();
    return this.comparison(key, operator);
  }

  private comparison(key: string, operator: string): LabelPredicate {
    switch (operator) {
      case '=':
      case '==': {
        const value = this.value();
        return labels => labels[key] === value;
      }
      case '!=': {
        const value = this.value();
        return labels => labels[key] !== value;
      }
      case 'in': {
        const values = this.values();
        return labels => labels[key] !== undefined && values.has(labels[key]);
      }
      case 'notin': {
        const values = this.values();
        return labels => labels[key] === undefined || !values.has(labels[key]);
      }
      case '<':
      case '>':
        return this.numeric(key, operator);
      default:
        throw badRequest(
          `unable to parse requirement: found '${operator}', expected: in, notin, =, ==, !=, gt, lt`,
        );
    }
  }

  private numeric(key: string, operator: '<' | '>'): LabelPredicate {
    const value = this.value();
    if (!/^-?\d+$/.test(value)) {
      throw badRequest(
        `unable to parse requirement: values[0]: Invalid value: "${value}": for 'Gt', 'Lt' operators, the value must be an integer`,
      );
    }
    const limit = Number(value);
    return labels => {
      const label = labels[key];
      if (label === undefined || !/^-?\d+$/.test(label)) return false;
      return operator === '<' ? Number(label) < limit : Number(label) > limit;
    };
  }

  private value(): string {
    if (this.peek() === undefined || this.peek() === ',') {
      return '';
    }
    const token = this.take();
    if (!isIdentifier(token)) {
      throw badRequest(
        `unable to parse requirement: found '${token}', expected: identifier`,
      );
    }
    return token;
  }

  private values(): Set<string> {
    const open = this.take();
    if (open !== '(') {
      throw badRequest(
        `unable to parse requirement: found '${open ?? ''}' expected: '('`,
      );
    }
    const values = new Set<string>();
    for (;;) {
      values.add(this.peek() === ')' ? '' : this.value());
      const next = this.take();
      if (next === ')') return values;
      if (next !== ',') {
        throw badRequest(
          `unable to parse requirement: found '${
            next ?? ''
          }', expected: ',' or ')'`,
        );
      }
    }
  }
}

/** Parses a label selector, equality- or set-based. An empty one fits everything. */
export function parseLabelSelector(text: string): LabelPredicate {
  const requirements = new Parser(tokenize(text)).parse();
  return labels => requirements.every(fits => fits(labels));
}
