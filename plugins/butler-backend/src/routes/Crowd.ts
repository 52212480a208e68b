import { TooManyRequestsError } from '../errors';

const RETRY_SECONDS = 1;

/**
 * Counts what each person has open at once, and turns away what is too much: one person with a
 * script must not take the Portal from everybody else.
 */
export class Crowd {
  readonly #open = new Map<string, number>();

  constructor(
    private readonly what: string,
    /** For each person. */
    private readonly limit: number,
  ) {}

  /**
   * Lets the person in. Throws a TooManyRequestsError when as many are open as may be.
   *
   * @returns what to call when it is over; once is enough, more does no harm
   */
  enter(person: string): () => void {
    const open = this.#open.get(person) ?? 0;
    if (open >= this.limit) {
      throw new TooManyRequestsError(
        `You have ${this.limit} ${this.what} open, which is as many as may be. Wait for one to end, or close another tab.`,
        RETRY_SECONDS,
      );
    }
    this.#open.set(person, open + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const rest = (this.#open.get(person) ?? 1) - 1;
      if (rest > 0) this.#open.set(person, rest);
      else this.#open.delete(person);
    };
  }
}
