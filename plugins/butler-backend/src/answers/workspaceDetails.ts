import {
  EDITOR_IDS,
  PROVISIONING_STEPS,
} from '@butler-portal/plugin-butler-common';
import type {
  Connection,
  Diagnosis,
  ResourceMetrics,
  TerminalTicket,
  WorkspaceMetrics,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';
import { time } from './common';

/** `GET …/connection` */
export const connection = answer<Connection>('Connection')(
  z.object({
    host: z.string(),
    port: z.number(),
    user: z.string(),
    alias: z.string(),
    sshCommand: z.string(),
    sshConfig: z.string(),
    knownHosts: z.array(z.string()),
    hostKeys: z.array(z.object({ type: z.string(), fingerprint: z.string() })),
    hostKeysMissing: z
      .string()
      .meta({ description: 'Why hostKeys is empty' })
      .optional(),
    editors: z.array(
      z.object({
        id: z.enum(EDITOR_IDS),
        label: z.string(),
        url: z.string(),
        aliasUrl: z.string().optional(),
      }),
    ),
  }),
);

/** `GET …/diagnosis` */
export const diagnosis = answer<Diagnosis>('Diagnosis')(
  z.object({
    steps: z.array(
      z.object({
        id: z.enum(PROVISIONING_STEPS),
        state: z.enum(['done', 'active', 'waiting', 'failed', 'unknown']),
        reason: z.string().optional(),
        message: z.string().optional(),
        since: time.optional(),
      }),
    ),
    findings: z.array(
      z.object({
        id: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: z.string(),
        action: z.string(),
        who: z.array(z.enum(['owner', 'teamAdmin', 'platformAdmin'])),
      }),
    ),
    events: z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        type: z.enum(['Normal', 'Warning']),
        reason: z.string(),
        message: z.string(),
        count: z.number(),
        time: time.optional(),
      }),
    ),
    logs: z
      .array(z.object({ container: z.string(), text: z.string() }))
      .meta({ description: 'For the owner alone' })
      .optional(),
    notAsked: z.array(z.string()),
  }),
);

const measured = answer<ResourceMetrics>('ResourceMetrics')(
  z.object({
    requested: z.string().optional(),
    limit: z.string().optional(),
    used: z.string().optional(),
  }),
);

/** `GET …/metrics` */
export const metrics = answer<WorkspaceMetrics>('WorkspaceMetrics')(
  z.object({
    cpu: measured.optional(),
    memory: measured.optional(),
    storage: z
      .object({
        requested: z.string().optional(),
        capacity: z.string().optional(),
      })
      .optional(),
    startedAt: time.optional(),
    uptimeSeconds: z.number().optional(),
    restarts: z.number().optional(),
    measuredAt: time.optional(),
  }),
);

/** `POST …/terminal` */
export const terminalTicket = answer<TerminalTicket>('TerminalTicket')(
  z.object({
    ticket: z
      .string()
      .meta({ description: 'The second sub-protocol of one WebSocket' }),
    expiresAt: time,
  }),
);
