import type { Dispatcher } from 'undici';
import { toApiError } from './errors';
import { connectionError } from './Transport';

/** The body of an answer. */
export type Body = Dispatcher.ResponseData['body'];

/** The JSON of a body, or undefined where it is none. Throws an UnreachableError when the connection breaks. */
export async function readJson(body: Body): Promise<unknown> {
  const text = await body.text().catch(error => {
    throw connectionError(error);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A proxy in between answers with HTML; the status says enough.
    return undefined;
  }
}

/** The text of a body, up to `maxBytes` of it. Throws an UnreachableError when the connection breaks. */
export async function readText(body: Body, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxBytes) break;
    }
  } catch (error) {
    throw connectionError(error);
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString();
}

/** Throws a KubernetesApiError for an answer that is a failure. */
export async function check({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<void> {
  if (statusCode >= 200 && statusCode < 300) return;
  const retryAfter = headers['retry-after'];
  throw toApiError(
    statusCode,
    await readJson(body),
    typeof retryAfter === 'string' ? retryAfter : undefined,
  );
}
