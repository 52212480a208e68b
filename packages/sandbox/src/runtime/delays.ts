/** How many milliseconds the parts of Butler and its clusters take. */
export interface Delays {
  /** From a new object to the start of the work on it. */
  begin: number;
  volume: number;
  pod: number;
  clone: number;
  dotfiles: number;
  sshd: number;
  loadBalancer: number;
  cleanUp: number;
  cluster: number;
}

/** Everything at once, for tests. */
export const NO_DELAYS: Delays = {
  begin: 0,
  volume: 0,
  pod: 0,
  clone: 0,
  dotfiles: 0,
  sshd: 0,
  loadBalancer: 0,
  cleanUp: 0,
  cluster: 0,
};

/** Slow enough to be seen, quick enough not to bore: a start takes 6 to 9 seconds. */
export const LIFELIKE_DELAYS: Delays = {
  begin: 600,
  volume: 1_500,
  pod: 3_500,
  clone: 900,
  dotfiles: 800,
  sshd: 700,
  loadBalancer: 2_000,
  cleanUp: 1_000,
  cluster: 4_000,
};
