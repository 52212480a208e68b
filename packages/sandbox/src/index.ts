export { startSandbox } from './startSandbox';
export type { Faults, Sandbox, SandboxOptions } from './sandbox';
export type { Objects } from './apiserver/objects';
export type { RequestRecord } from './apiserver/http/requestLog';
export type { Fault } from './apiserver/http/faultInjector';
export type {
  JsonObject,
  JsonValue,
  KubeObject,
  ObjectKey,
  ObjectMeta,
} from './apiserver/types';
export { ManualClock, SYSTEM_CLOCK } from './controllers/clock';
export type { Clock } from './controllers/clock';
