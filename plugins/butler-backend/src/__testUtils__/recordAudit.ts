import { mockServices } from '@backstage/backend-test-utils';
import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** An event as the auditor got it. */
export interface RecordedEvent {
  eventId: string;
  severity: string | undefined;
  result: 'initiated' | 'succeeded' | 'failed';
  meta: JsonObject;
  error?: string;
}

/** An auditor that keeps what it is told, for tests. */
export function recordAudit() {
  const events: RecordedEvent[] = [];
  const createEvent: AuditorService['createEvent'] = async options => {
    const recorded: RecordedEvent = {
      eventId: options.eventId,
      severity: options.severityLevel,
      result: 'initiated',
      meta: { ...options.meta },
    };
    events.push(recorded);
    return {
      async success(done) {
        recorded.result = 'succeeded';
        Object.assign(recorded.meta, done?.meta);
      },
      async fail({ meta, error }) {
        recorded.result = 'failed';
        recorded.error = String(error);
        Object.assign(recorded.meta, meta);
      },
    };
  };
  return {
    events,
    feature: mockServices.auditor.mock({ createEvent }).factory,
  };
}
