import { z } from 'zod';
import { parseValues, proposalSchema } from '../form/values';
import type { CreateValues } from '../form/values';
import type { Proposal } from '../proposal/proposal';
import type { Attempt } from '../submit/attempt';

/** What survives a reload of the form. */
export interface Draft {
  values: CreateValues;
  /** What had been proposed, to tell the person's own edits from it. */
  proposal: Proposal;
  /** `namespace/name` of the chosen template; empty = from scratch. */
  template: string;
  attempt?: Attempt;
}

const attemptSchema = z.object({
  team: z.string(),
  name: z.string(),
  content: z.string(),
  idempotencyKey: z.string(),
  open: z.boolean(),
});

const shellSchema = z.object({
  values: z.unknown(),
  proposal: proposalSchema,
  template: z.string(),
  attempt: attemptSchema.optional(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Something else has written there; it is no draft.
    return undefined;
  }
}

/** Reads a stored draft; undefined when there is none or an older Portal wrote it differently. */
export function parseDraft(stored: string | null): Draft | undefined {
  if (!stored) return undefined;
  const shell = shellSchema.safeParse(parseJson(stored)).data;
  const values = parseValues(shell?.values);
  return shell && values && { ...shell, values };
}

/** Where a person's draft is kept: this tab's storage, apart for each person who signs in there. */
export function draftKey(email: string): string {
  return `butler.chambers.create.${email}`;
}
