export { startSandbox } from './startSandbox';
export type { Requests, Sandbox, SandboxOptions, TenantApi } from './sandbox';
export type { Faults } from './faults';
export type {
  Controllers,
  ControllerName,
} from './controllers/controllerControl';
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
export { ManualClock, SystemClock } from './runtime/clock';
export type { Clock } from './runtime/clock';
