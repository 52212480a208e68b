import { Sandbox } from '../sandbox';
import {
  CommandError,
  Fields,
  flag,
  readFields,
  text,
  ValuesOf,
  whole,
} from './fields';

/** One command of the admin port: reads its body, acts, and returns what to answer. */
export type Command = (sandbox: Sandbox, body: unknown) => Promise<unknown>;

function command<F extends Fields>(
  fields: F,
  run: (sandbox: Sandbox, values: ValuesOf<F>) => unknown,
): Command {
  return async (sandbox, body) => run(sandbox, readFields(fields, body));
}

function given<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new CommandError(`"${name}" is missing`);
  return value;
}

/** What can be asked of a running sandbox: each command by the last segment of its path. */
export const COMMANDS: Record<string, Command> = {
  compact: command({}, ({ faults }) => faults.expireHistory()),
  'cut-watches': command({}, ({ faults }) => faults.cutWatches()),
  'stall-watches': command({ stalled: flag }, ({ faults }, { stalled }) =>
    faults.stallWatches(given('stalled', stalled)),
  ),
  fail: command(
    {
      count: whole(1, 1_000_000),
      status: whole(400, 599),
      retryAfter: whole(0, 86_400),
      method: text,
      resource: text,
    },
    ({ faults }, { count = 1, status, ...fault }) =>
      faults.failNext(count, { ...fault, status: given('status', status) }),
  ),
  'go-away': command({}, ({ faults }) => faults.goAway()),
  'come-back': command({}, ({ faults }) => faults.comeBack()),
  requests: command({ clear: flag }, ({ requests }, { clear }) => {
    const seen = requests.all();
    if (clear) requests.clear();
    return { requests: seen };
  }),
};
