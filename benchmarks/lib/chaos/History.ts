import { CONNECT_ANNOTATION } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/** What an operation has asked for; what is left out it says nothing about. */
export interface Effect {
  what: string;
  /** Of the workspace that the answer was about; unknown when there was none. */
  uid?: string;
  start: number;
  end: number;
  /** Whether the Portal has said that it is done; otherwise it may be. */
  acknowledged: boolean;
  connect?: boolean;
  image?: string;
  /** A disconnect takes back a start that the controller has not seen yet: Butler has one annotation for both. */
  runs?: boolean | 'either';
}

/** A DELETE of one object. */
export interface Removal {
  uid: string;
  acknowledged: boolean;
}

/**
 * Those that may have come last: nothing that was acknowledged has begun only after their end. Of
 * two at the same time either may.
 */
function mayBeLast(effects: Effect[]): Effect[] {
  const begun = effects
    .filter(({ acknowledged }) => acknowledged)
    .map(({ start }) => start);
  const last = Math.max(...begun);
  return effects.filter(({ end }) => end >= last);
}

/** What people have asked of one name, one object after the other, and been told. */
export class History {
  readonly #effects: Effect[] = [];
  readonly #removals: Removal[] = [];
  readonly #made = new Set<string>();
  /** The object that is there as far as people know. */
  current?: string;

  constructor(readonly team: string, readonly name: string) {}

  /** Uids of the objects that somebody was told of. */
  get made(): ReadonlySet<string> {
    return this.#made;
  }

  create(effect: Effect & { uid: string }): void {
    this.#made.add(effect.uid);
    this.#effects.push(effect);
    this.current = effect.uid;
  }

  add(effect: Effect): void {
    this.#effects.push(effect);
  }

  /** From here on the object may be gone. */
  remove(removal: Removal): void {
    this.#removals.push(removal);
    if (this.current === removal.uid) this.current = undefined;
  }

  /** Whether somebody has asked for this object to go. */
  isUnwanted(uid: string): boolean {
    return this.#removals.some(removal => removal.uid === uid);
  }

  /** What has been lost, given the object that the API server has now. */
  lost(now: Workspace | undefined): string[] {
    const of = `${this.team}/${this.name}`;
    const uid = now?.metadata.uid;
    const vanished = [...this.#made]
      .filter(made => made !== uid && !this.isUnwanted(made))
      .map(made => `${of}: ${made} has vanished, and nobody deleted it`);
    const stayed = this.#removals
      .filter(removal => removal.acknowledged && removal.uid === uid)
      .map(() => `${of}: ${uid} was deleted and is still there`);
    return [...vanished, ...stayed, ...(now ? this.#overwritten(now) : [])];
  }

  #overwritten(now: Workspace): string[] {
    const { uid } = now.metadata;
    const mine = this.#effects.filter(
      effect => effect.uid === uid || (!effect.uid && !effect.acknowledged),
    );
    const connect = now.metadata.annotations?.[CONNECT_ANNOTATION] === 'true';
    return [
      ...this.#unexplained(mine, 'connect', connect),
      ...this.#unexplained(mine, 'image', now.spec.image),
      ...this.#unexplained(mine, 'runs', now.status?.phase === 'Running', true),
    ];
  }

  /** @param alone - compare only when one operation was certainly the last; what two at once come to is not said */
  #unexplained(
    effects: Effect[],
    field: 'connect' | 'image' | 'runs',
    value: unknown,
    alone: boolean = false,
  ): string[] {
    const last = mayBeLast(
      effects.filter(effect => effect[field] !== undefined),
    );
    if (last.length === 0 || (alone && last.length > 1)) return [];
    const explains = (effect: Effect) =>
      effect[field] === value || effect[field] === 'either';
    if (last.some(explains)) return [];
    const told = last.map(
      ({ what, acknowledged }) => `${what}${acknowledged ? '' : '?'}`,
    );
    return [
      `${this.team}/${this.name}: ${field} is ${value} after ${told.join(
        ', ',
      )}`,
    ];
  }
}
