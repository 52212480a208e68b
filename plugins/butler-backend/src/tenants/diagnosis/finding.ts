import type {
  Finding,
  FindingActor,
} from '@butler-portal/plugin-butler-common';

/** Writes a finding down. */
export function finding(
  id: string,
  severity: Finding['severity'],
  message: string,
  action: string,
  ...who: FindingActor[]
): Finding {
  return { id, severity, message, action, who };
}
