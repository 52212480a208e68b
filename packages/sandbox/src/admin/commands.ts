import { Faults } from '../faults';
import { parseGoDuration } from '../controllers/duration';
import { CONTROLLER_NAMES } from '../controllers/controllerControl';
import { Requests, Sandbox } from '../sandbox';
import { VERBS } from '../apiserver/http/verb';
import {
  CommandError,
  Fields,
  flag,
  listOf,
  oneOf,
  readFields,
  share,
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

/** A command for the API server of the management cluster, or of the tenant cluster that `cluster` names. */
function serverCommand<F extends Fields>(
  fields: F,
  run: (
    server: { faults: Faults; requests: Requests },
    values: ValuesOf<F>,
  ) => unknown,
): Command {
  return command({ ...fields, cluster: text }, (sandbox, values) => {
    const { cluster, ...rest } = values;
    return run(
      cluster === undefined ? sandbox : tenantOf(sandbox, cluster as string),
      rest as ValuesOf<F>,
    );
  });
}

function tenantOf(sandbox: Sandbox, cluster: string) {
  const [namespace, name] = cluster.split('/');
  const tenant = sandbox.tenant({ namespace, name });
  if (!tenant) {
    throw new CommandError(
      `no tenant cluster "${cluster}" is Ready; name it as namespace/name`,
      404,
    );
  }
  return tenant;
}

function given<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new CommandError(`"${name}" is missing`);
  return value;
}

const FAULT = {
  method: text,
  verb: oneOf(...VERBS),
  resource: text,
  delay: whole(0, 86_400_000),
  status: whole(400, 599),
  message: text,
  retryAfter: whole(0, 86_400),
  cut: oneOf('before', 'after'),
  truncate: flag,
};

type FaultValues = ValuesOf<typeof FAULT>;

/** A fault with nothing wrong in it would be used up and not be noticed. */
function faultOf(values: FaultValues): FaultValues {
  const { delay, status, cut, truncate } = values;
  if (!delay && status === undefined && !cut && !truncate) {
    throw new CommandError('one of delay, status, cut and truncate is needed');
  }
  return values;
}

const NAMES = { controllers: listOf(oneOf(...CONTROLLER_NAMES)) };

/** What can be asked of a running sandbox: each command by the last segment of its path. */
export const COMMANDS: Record<string, Command> = {
  compact: serverCommand({}, ({ faults }) => faults.expireHistory()),
  'cut-watches': serverCommand({}, ({ faults }) => faults.cutWatches()),
  'stall-watches': serverCommand({ stalled: flag }, ({ faults }, { stalled }) =>
    faults.stallWatches(given('stalled', stalled)),
  ),
  fail: serverCommand(
    { ...FAULT, count: whole(1, 1_000_000) },
    ({ faults }, { count = 1, ...fault }) =>
      faults.failNext(count, faultOf(fault)),
  ),
  'fail-at-random': serverCommand(
    { ...FAULT, share, seed: whole(0, 2 ** 32 - 1) },
    ({ faults }, { share: part, seed, ...fault }) =>
      faults.failAtRandom(given('share', part), faultOf(fault), seed),
  ),
  'stop-failing': serverCommand({}, ({ faults }) => faults.stopFailing()),
  'go-away': serverCommand({}, ({ faults }) => faults.goAway()),
  'come-back': serverCommand({}, ({ faults }) => faults.comeBack()),
  restart: serverCommand({}, ({ faults }) => faults.restart()),
  requests: serverCommand({ clear: flag }, ({ requests }, { clear }) => {
    const seen = requests.all();
    if (clear) requests.clear();
    return { requests: seen };
  }),
  pause: command(NAMES, (sandbox, { controllers = [] }) =>
    sandbox.controllers.pause(...controllers),
  ),
  resume: command(NAMES, (sandbox, { controllers = [] }) =>
    sandbox.controllers.resume(...controllers),
  ),
  advance: command({ by: text }, ({ controllers }, { by }) => {
    const milliseconds = parseGoDuration(given('by', by));
    if (milliseconds === undefined || milliseconds < 0) {
      throw new CommandError('"by" has to be a Go duration, such as 4h or 30m');
    }
    return controllers.advance(milliseconds);
  }),
};
