import { ApiServer } from './apiserver/apiServer';
import { Fault } from './apiserver/http/faultInjector';

/** Ways to make an API server fail like a network or an API server does. */
export interface Faults {
  /** Cuts every open connection and refuses new ones until `comeBack()`; storage and controllers go on. */
  goAway(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
  /** Goes away and comes back, with no fault left. Versions stay valid: watches can resume. */
  restart(): Promise<void>;
  /** Cuts open watches off; other connections stay. */
  cutWatches(): void;
  /** Holds watches still with their connections left open, as a dead network does, until called with false. */
  stallWatches(stalled: boolean): void;
  /** Every version that anybody knows is too old (410) from now on. */
  expireHistory(): void;
  /** The next matching requests get this fault. */
  failNext(count: number, fault: Fault): void;
  /** A share (0.1 is one in ten) of the matching requests gets this fault; the same seed hits the same ones. */
  failAtRandom(share: number, fault: Fault, seed?: number): void;
  /** Takes back what `failNext` and `failAtRandom` asked for. */
  stopFailing(): void;
}

/** The ways to make this API server fail. */
export function faultsOf(server: ApiServer): Faults {
  const { listener, watches, faults, store } = server;
  const goAway = () => listener.close();
  const comeBack = () => listener.listen(listener.port);
  return {
    goAway,
    comeBack,
    async restart() {
      await goAway();
      faults.clear();
      watches.stall(false);
      await comeBack();
    },
    cutWatches: () => watches.cut(),
    stallWatches: stalled => watches.stall(stalled),
    expireHistory: () => store.compact(),
    failNext: (count, fault) => faults.failNext(count, fault),
    failAtRandom: (share, fault, seed = 1) =>
      faults.failAtRandom(share, fault, seed),
    stopFailing: () => faults.clear(),
  };
}
