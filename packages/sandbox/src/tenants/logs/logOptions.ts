import { badRequest } from '../../apiserver/status/errors';
import {
  FieldError,
  invalid,
  invalidObject,
} from '../../apiserver/status/fieldErrors';
import { LogLine } from './logStream';

/** What a request for a log asks for (`PodLogOptions`). */
export interface LogOptions {
  container?: string;
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  tailLines?: number;
  limitBytes?: number;
  /** Milliseconds since 1970; older lines are left out. */
  since?: number;
}

function parseNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(
      `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text);
}

function parseFlag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  return text !== null && !['false', '0', ''].includes(text.toLowerCase());
}

function parseTime(text: string | null): number | undefined {
  if (!text) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw badRequest(
      `parsing time ${JSON.stringify(text)}: it is no RFC 3339 time`,
    );
  }
  return time;
}

/**
 * Reads the query of a request for a log.
 *
 * @param now - milliseconds since 1970, from which `sinceSeconds` counts
 * @throws ApiError 400 for what is no number or time, 422 for one that makes no sense
 */
export function parseLogOptions(
  query: URLSearchParams,
  pod: string,
  now: number,
): LogOptions {
  const tailLines = parseNumber(query, 'tailLines');
  const limitBytes = parseNumber(query, 'limitBytes');
  const sinceSeconds = parseNumber(query, 'sinceSeconds');
  const sinceTime = parseTime(query.get('sinceTime'));
  const errors: FieldError[] = [];
  if (tailLines !== undefined && tailLines < 0) {
    errors.push(
      invalid('tailLines', tailLines, 'must be greater than or equal to 0'),
    );
  }
  if (limitBytes !== undefined && limitBytes < 1) {
    errors.push(invalid('limitBytes', limitBytes, 'must be greater than 0'));
  }
  if (sinceSeconds !== undefined && sinceSeconds < 1) {
    errors.push(
      invalid('sinceSeconds', sinceSeconds, 'must be greater than 0'),
    );
  }
  if (sinceSeconds !== undefined && sinceTime !== undefined) {
    errors.push({
      reason: 'FieldValueForbidden',
      field: '',
      message:
        'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified',
    });
  }
  if (errors.length > 0) {
    throw invalidObject({ group: '', kind: 'PodLogOptions' }, pod, errors);
  }
  return {
    container: query.get('container') || undefined,
    follow: parseFlag(query, 'follow'),
    previous: parseFlag(query, 'previous'),
    timestamps: parseFlag(query, 'timestamps'),
    tailLines,
    limitBytes,
    since: sinceSeconds === undefined ? sinceTime : now - sinceSeconds * 1_000,
  };
}

/** The lines of a log that were asked for, oldest first: the tail of all, then what is new enough, as a kubelet does. */
export function selectLines(
  lines: readonly LogLine[],
  { tailLines, since }: Pick<LogOptions, 'tailLines' | 'since'>,
): LogLine[] {
  const tail =
    tailLines === undefined
      ? [...lines]
      : lines.slice(Math.max(0, lines.length - tailLines));
  return since === undefined ? tail : tail.filter(({ time }) => time >= since);
}

/** A line as it is sent; its time with nanoseconds, as the kubelet writes it. */
export function formatLine(line: LogLine, timestamps: boolean): string {
  const time = new Date(line.time).toISOString().replace('Z', '000000Z');
  return timestamps ? `${time} ${line.text}\n` : `${line.text}\n`;
}
