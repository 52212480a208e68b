const EVENT_ID = /^([0-9a-f]{16})\.(\d{1,15})\.([0-9a-f]{16})$/;

/** A place in the stream of one reader. */
export interface EventPlace {
  /** The log that numbers the events: another after a restart, or in another replica. */
  log: string;
  /** The last event that the reader has. */
  sequence: number;
  /** Hash of who reads what: what was missed by others is not what this reader has missed. */
  view: string;
}

/** The `id` of an event. */
export function formatEventId({ log, sequence, view }: EventPlace): string {
  return `${log}.${sequence}.${view}`;
}

/** Reads `Last-Event-ID`; undefined for what is no id of ours. */
export function parseEventId(text: string | undefined): EventPlace | undefined {
  const match = EVENT_ID.exec(text ?? '');
  if (!match) return undefined;
  return { log: match[1], sequence: Number(match[2]), view: match[3] };
}
