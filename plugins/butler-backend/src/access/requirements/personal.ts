import type { PersonalAction } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { refuseByPolicy } from '../policy/Policy';
import type { Requirement } from '../Requirement';
import { nothing } from './params';

const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;

const keyParams = z.strictObject({
  fingerprint: z
    .string()
    .regex(FINGERPRINT, 'Write a fingerprint as ssh-keygen -lf prints it.'),
});

/** Enough to be known to Butler; the handler shows only what the rules let the caller see. */
export function knownToButler(
  action: PersonalAction | 'workspace.view' | 'workspace.connect',
): Requirement<Record<string, never>, undefined> {
  return { action, params: nothing, grant: () => undefined };
}

function onOwnKeys<Params>(
  action: Extract<PersonalAction, `sshKey.${string}`>,
  params: z.ZodType<Params>,
): Requirement<Params, undefined> {
  return {
    action,
    params,
    grant({ caller, policy }) {
      if (!policy.allows({ owner: caller.email })) refuseByPolicy(action);
    },
  };
}

/** Work with one's own SSH keys. */
export function ownKeys(action: 'sshKey.view' | 'sshKey.create') {
  return onOwnKeys(action, nothing);
}

/** Work with the one of one's own SSH keys that the path names by `:fingerprint`. */
export function ownKey(action: 'sshKey.delete') {
  return onOwnKeys(action, keyParams);
}
