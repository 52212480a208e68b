import type { CreateValues } from '../form/values';

/** The steps of the wizard, in their order. */
export const STEPS = [
  'template',
  'basics',
  'code',
  'size',
  'access',
  'review',
] as const;

export type Step = (typeof STEPS)[number];

const STEP_OF: Record<keyof CreateValues, Step> = {
  team: 'basics',
  name: 'basics',
  cluster: 'basics',
  image: 'basics',
  repositories: 'code',
  dotfilesUrl: 'code',
  dotfilesCommand: 'code',
  cpu: 'size',
  memory: 'size',
  storage: 'size',
  idleTimeout: 'size',
  autoStopAfter: 'size',
  env: 'access',
  keys: 'access',
  newKey: 'access',
  neovim: 'access',
};
const FIELDS = Object.keys(STEP_OF) as (keyof CreateValues)[];

/** Reads a step out of the URL. */
export function parseStep(text: string | null): Step {
  return STEPS.find(step => step === text) ?? 'template';
}

/** The fields that a step shows, in the order in which they stand there. */
export function fieldsOf(step: Step): (keyof CreateValues)[] {
  return FIELDS.filter(field => STEP_OF[field] === step);
}

/** The step on which a field stands. */
export function stepOf(field: keyof CreateValues): Step {
  return STEP_OF[field];
}

/** The step after or before another one. */
export function neighbour(step: Step, distance: 1 | -1): Step | undefined {
  return STEPS[STEPS.indexOf(step) + distance];
}
