import type {
  AuditorService,
  AuditorServiceEvent,
  AuditorServiceEventSeverityLevel,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import { FieldsError, TryAgainLaterError } from './errors';
import { translateKubernetesError } from './kubernetes/translateError';

const RETRY_SECONDS = 30;

/** The id of the event of an action: `workspace-create` of `workspace.create`. */
export function eventIdOf(action: string): string {
  return action
    .replace('.', '-')
    .replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/**
 * In the Portal's words: what came from Kubernetes, or what somebody has typed into the wrong
 * field, may be more than an audit log should keep.
 */
function reasonOf(raised: unknown): Error {
  if (raised instanceof FieldsError) {
    return new InputError('The request is not valid.');
  }
  const error = translateKubernetesError(raised);
  return error instanceof Error ? error : new Error('unknown');
}

/** Where events go. */
export interface AuditServices {
  auditor: AuditorService;
  logger: LoggerService;
}

/** What an event is about. */
export interface AuditSubject {
  eventId: string;
  /** Of what is an event whatever comes of it; without it there is one only of a refusal. */
  severity?: AuditorServiceEventSeverityLevel;
  /** Tells the auditor who is asking. A socket has none; `meta` says who it is. */
  request?: Request;
  /** Never a secret, and nothing that has not been checked. */
  meta: JsonObject;
}

/**
 * What the auditor learns of one request or socket. Every write is an event, whatever comes of it; a
 * read is one only when it is refused.
 */
export class AuditTrail {
  #event?: AuditorServiceEvent;
  #meta: JsonObject;

  private constructor(
    private readonly services: AuditServices,
    private readonly subject: AuditSubject,
  ) {
    this.#meta = subject.meta;
  }

  static async begin(
    services: AuditServices,
    subject: AuditSubject,
  ): Promise<AuditTrail> {
    const trail = new AuditTrail(services, subject);
    // A write that cannot be audited does not happen.
    if (subject.severity) await trail.#create(subject.severity);
    return trail;
  }

  /** Adds what has become known meanwhile. */
  add(meta: JsonObject | undefined): void {
    this.#meta = { ...this.#meta, ...meta };
  }

  /** It was refused, or what was allowed could not be done. */
  async failed(raised: unknown): Promise<void> {
    const isRefusal =
      raised instanceof NotAllowedError || raised instanceof NotFoundError;
    if (!this.#event && isRefusal) await this.#create('medium');
    const error = reasonOf(raised);
    await this.#tell(event => event.fail({ meta: this.#meta, error }));
  }

  /** It is done. */
  async succeeded(): Promise<void> {
    await this.#tell(event => event.success({ meta: this.#meta }));
  }

  async #create(severityLevel: AuditorServiceEventSeverityLevel) {
    const { auditor, logger } = this.services;
    const { eventId, request } = this.subject;
    try {
      this.#event = await auditor.createEvent({
        eventId,
        severityLevel,
        request,
        meta: this.#meta,
      });
    } catch (error) {
      logger.error(`The auditor does not take events: ${error}`);
      throw new TryAgainLaterError(
        'The Portal cannot write down who does what, as it must before it does anything. Ask whoever runs the Portal.',
        RETRY_SECONDS,
      );
    }
  }

  // What has happened has happened: the answer goes out, and the log says what the auditor missed.
  async #tell(tell: (event: AuditorServiceEvent) => Promise<void>) {
    if (!this.#event) return;
    try {
      await tell(this.#event);
    } catch (error) {
      this.services.logger.error(
        `The auditor did not take ${JSON.stringify(this.#meta)}: ${error}`,
      );
    }
  }
}
