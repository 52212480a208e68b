import {
  addSshKeySchema,
  parseSshPublicKey,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { draftKey } from '../../../hooks/useFormDraft';
import { publicKeysOnly } from '../access/keys/publicKeysOnly';
import { proposalSchema, valuesSchema } from '../form/values';
import type { CreateValues } from '../form/values';
import type { Attempt } from '../submit/attempt';
import { STEPS } from '../wizard/steps';

const attemptSchema: z.ZodType<Attempt> = z.object({
  team: z.string(),
  name: z.string(),
  content: z.string(),
  idempotencyKey: z.string(),
  open: z.boolean(),
});

/** Where the draft of the wizard is kept. */
export function createDraftKey(email: string): string {
  return draftKey(email, 'create');
}

/** What survives a reload of the wizard. */
export const draftSchema = z.object({
  values: valuesSchema,
  /** What had been proposed, to tell the person's own edits from it. */
  proposal: proposalSchema,
  /** `namespace/name` of the chosen template; empty = from scratch. */
  template: z.string(),
  /** `namespace/name` of the workspace that it starts as; empty = none. */
  source: z.string(),
  /** The steps that the person has been on. */
  visited: z.array(z.enum(STEPS)),
  attempt: attemptSchema.optional(),
});

export type Draft = z.infer<typeof draftSchema>;

// A line break is lost in a field of one line: a whole private key is too long, its head says so.
function isName(text: string): boolean {
  return (
    addSshKeySchema.shape.name.safeParse(text).success &&
    parseSshPublicKey(text).refusal !== 'privateKey'
  );
}

/**
 * The values as they may be stored. A private key that was pasted by accident must not outlast the
 * page: of the fields for keys only what is certainly none is kept.
 */
export function storable(values: CreateValues): CreateValues {
  const { keys, newKey } = values;
  return {
    ...values,
    keys: { ...keys, own: publicKeysOnly(keys.own) },
    newKey: {
      name: isName(newKey.name) ? newKey.name : '',
      publicKey: publicKeysOnly(newKey.publicKey),
    },
  };
}
