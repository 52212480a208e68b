import { isObject, JsonObject, JsonValue, KubeObject } from '../types';
import { AGE } from './coreResource';
import { PrinterColumn } from './resourceDefinition';

function objectsIn(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function stateOf(container: JsonObject, state: string): JsonObject | undefined {
  const found = isObject(container.state) ? container.state[state] : undefined;
  return isObject(found) ? found : undefined;
}

/** The word that `kubectl get pods` has for a pod (`pkg/printers/internalversion/printers.go`, `printPod`). */
function podStatusWord({ metadata, spec, status }: KubeObject): string {
  if (metadata.deletionTimestamp) return 'Terminating';
  const inits = objectsIn(status?.initContainerStatuses);
  const unfinished = inits.findIndex(
    init => stateOf(init, 'terminated')?.exitCode !== 0,
  );
  if (unfinished >= 0) {
    const total = objectsIn(spec?.initContainers).length;
    const reason =
      stateOf(inits[unfinished], 'waiting')?.reason ??
      stateOf(inits[unfinished], 'terminated')?.reason;
    return reason && reason !== 'PodInitializing'
      ? `Init:${reason}`
      : `Init:${unfinished}/${total}`;
  }
  const reasons = objectsIn(status?.containerStatuses).map(
    container =>
      stateOf(container, 'waiting')?.reason ??
      stateOf(container, 'terminated')?.reason,
  );
  const reason = reasons.find(Boolean) ?? status?.reason ?? status?.phase;
  return typeof reason === 'string' ? reason : 'Unknown';
}

/** The columns of `kubectl get pods`. */
export const podColumns: PrinterColumn[] = [
  {
    name: 'Ready',
    type: 'string',
    jsonPath: '',
    value: ({ spec, status }) => {
      const ready = objectsIn(status?.containerStatuses).filter(
        container => container.ready === true,
      );
      return `${ready.length}/${objectsIn(spec?.containers).length}`;
    },
  },
  { name: 'Status', type: 'string', jsonPath: '', value: podStatusWord },
  {
    name: 'Restarts',
    type: 'string',
    jsonPath: '',
    value: ({ status }) =>
      String(
        objectsIn(status?.containerStatuses).reduce(
          (sum, { restartCount }) => sum + Number(restartCount ?? 0),
          0,
        ),
      ),
  },
  AGE,
  { name: 'IP', type: 'string', jsonPath: '.status.podIP', priority: 1 },
  { name: 'Node', type: 'string', jsonPath: '.spec.nodeName', priority: 1 },
];
