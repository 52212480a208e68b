import type { Figure } from './figure';

/** One bench; each file `benchmarks/NAME.bench.ts` has one as its `bench`. */
export interface Bench {
  /** What is measured, in a sentence. */
  about: string;
  /** Measures; `say` prints what is not a figure, such as CPU time. */
  run(say: (line: string) => void): Promise<Figure[]>;
}
