import { formatEventId, parseEventId } from './eventId';
import { EventLog } from './EventLog';

function logOf(count: number, capacity = 3): EventLog {
  const log = new EventLog(capacity);
  for (let i = 0; i < count; i += 1) log.append({ gone: Buffer.from('') });
  return log;
}

function since(log: EventLog, sequence: number) {
  return log.since(sequence)?.map(event => event.sequence);
}

describe('EventLog', () => {
  it('gives what came after an event', () => {
    expect(since(logOf(3), 1)).toEqual([2, 3]);
    expect(since(logOf(3), 3)).toEqual([]);
    expect(since(logOf(0), 0)).toEqual([]);
  });

  it('says when it does not reach back so far, or has never been there', () => {
    expect(since(logOf(10), 7)).toEqual([8, 9, 10]);
    expect(since(logOf(10), 6)).toBeUndefined();
    expect(since(logOf(10), 11)).toBeUndefined();
  });

  it('forgets sooner when the events are large', () => {
    const log = new EventLog(100, 250);
    for (let i = 0; i < 4; i += 1) log.append({ gone: Buffer.alloc(100) });
    expect(since(log, 2)).toEqual([3, 4]);
    expect(since(log, 1)).toBeUndefined();
  });

  it('is told from every other', () => {
    expect(logOf(0).id).not.toBe(logOf(0).id);
  });
});

describe('event ids', () => {
  const place = {
    log: '0123456789abcdef',
    sequence: 7,
    view: 'fedcba9876543210',
  };

  it('are read as they are written', () => {
    expect(parseEventId(formatEventId(place))).toEqual(place);
  });

  it.each([undefined, '', 'x', '7', '0123456789abcdef.-1.fedcba9876543210'])(
    'are not read from %j',
    text => expect(parseEventId(text)).toBeUndefined(),
  );
});
