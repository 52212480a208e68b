import { ApiServer } from '../apiserver/apiServer';
import { Objects } from '../apiserver/objects';
import { resourceId } from '../apiserver/registry/resourceDefinition';
import { KubeObject, ObjectKey } from '../apiserver/types';
import { TenantPool } from '../tenants/tenantPool';
import { Clock } from '../runtime/clock';
import { Delays } from '../runtime/delays';
import { BUTLER } from '../names';

/** What the controllers work with. */
export interface ControllerContext {
  server: ApiServer;
  objects: Objects;
  tenants: TenantPool;
  clock: Clock;
  delays: Delays;
  report: (key: string, error: unknown) => void;
}

/** A controller, as long as it runs. */
export interface RunningController {
  stop(): void;
}

/** The key of an object in a work queue. */
export function queueKey({ namespace, name }: ObjectKey): string {
  return namespace ? `${namespace}/${name}` : name;
}

/** The object behind a work queue's key. */
export function parseQueueKey(key: string): ObjectKey {
  const [first, second] = key.split('/');
  return second === undefined
    ? { name: first }
    : { namespace: first, name: second };
}

/** Calls back for every object of a Butler kind that there is, and on every change of one. */
export function forEachChange(
  { server }: ControllerContext,
  plural: string,
  listener: (object: KubeObject, deleted: boolean) => void,
): () => void {
  const id = resourceId({ group: BUTLER, plural });
  const unsubscribe = server.store.subscribe(id, ({ type, object }) =>
    listener(object, type === 'DELETED'),
  );
  server.store
    .collection(id)
    .list()
    .forEach(object => listener(object, false));
  return unsubscribe;
}
