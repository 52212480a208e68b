import { scrub } from '../plugins/butler-backend/src/tenants/diagnosis/scrub';
import type { Bench } from './lib/bench';
import { atMost } from './lib/figure';

const KIB = 1024;
const SHORT = 16 * KIB;
const TIMES_LONGER = 8;
const ROUNDS = 50;
/** Halfway between what is linear (8) and what is quadratic (64), on a scale of powers. */
const MOST_GROWTH = TIMES_LONGER ** 1.5;

/** What patterns with nested or overlapping repetitions choke on. */
const HOSTILE = [
  'a-',
  'eyJ-',
  'eyJaaaaaaaa.',
  'token ',
  'token=',
  'a://',
  'authorization: a ',
  '-----BEGIN ',
  '-----END A ',
  '\u001b[0;',
];

/** The least of the milliseconds that it takes to scrub the word, repeated to that length. */
function timed(word: string, length: number): number {
  const text = word.repeat(length / word.length);
  const samples = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    scrub(text);
    return performance.now() - start;
  });
  return Math.min(...samples);
}

export const bench: Bench = {
  about: `how the time to scrub a log grows when it gets ${TIMES_LONGER} times longer`,
  async run() {
    return HOSTILE.map(word => {
      const long = timed(word, SHORT * TIMES_LONGER);
      return atMost(MOST_GROWTH, {
        name: `growth with ${JSON.stringify(word)}, repeated`,
        value: long / timed(word, SHORT),
        unit: 'times',
        baseline: long,
        note: `ms for ${(SHORT * TIMES_LONGER) / KIB} KiB`,
      });
    });
  },
};
