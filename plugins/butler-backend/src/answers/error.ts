import { QUOTA_NAMES } from '@butler-portal/plugin-butler-common';
import type {
  ErrorBody,
  FieldError,
  QuotaRefusal,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';

const fieldError = answer<FieldError>('FieldError')(
  z.object({ path: z.string(), message: z.string() }),
);

const quotaName = z.enum(QUOTA_NAMES);
const demand = z.record(quotaName, z.string());

const quotaRefusal = answer<QuotaRefusal>('QuotaRefusal')(
  z.object({
    cluster: z.string(),
    exceeded: z.array(quotaName),
    asked: demand,
    used: demand,
    left: z.partialRecord(quotaName, z.string()),
    stoppable: z.array(
      z.object({
        team: z.string(),
        name: z.string(),
        cpu: z.string(),
        memory: z.string(),
      }),
    ),
  }),
);

/** Backstage's error body with Butler's additions. */
export const errorBody = answer<ErrorBody>('Error')(
  z.object({
    error: z.object({
      name: z.string(),
      message: z.string().meta({ description: 'What to do, for people' }),
      fields: z
        .array(fieldError)
        .meta({ description: 'Fields that were refused' })
        .optional(),
      quota: quotaRefusal
        .meta({ description: 'Why a cluster has no room' })
        .optional(),
    }),
    request: z.object({ method: z.string(), url: z.string() }).optional(),
    response: z.object({ statusCode: z.number() }).optional(),
  }),
);
