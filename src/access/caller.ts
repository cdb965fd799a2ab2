import { type Language, message } from '../messages';
import { AppError, type RefusalTrace } from '../platform/app-error';
import { rowOf } from '../platform/error-codes';
import { type StepAside, stayInPlace } from '../platform/step-aside';
import type { Action } from './actions';
import type { AuditAction, Origin } from './audit';
import type { AuditTrail } from './audit-trail';
import { Member, type MemberOptions } from './member';
import { OrganisationKind } from './parties';
import type { Session } from './session';

interface CallerOptions extends MemberOptions {
  session: Session | null;
  language: Language;
  trail: AuditTrail;
  aside?: StepAside;
}

/** Agreements named in one line of the audit log, at most. */
const MAX_SEEN = 1000;
/** Refusals of one request that are logged, at most. */
const MAX_REFUSED = 20;
const MAX_OPERATION_NAME = 100;
/** Reads of sums over many agreements: audited although they name no agreement. */
const AGGREGATE_READ_ACTIONS: ReadonlySet<Action> = new Set<Action>([
  'analytics.read',
  'overview.district',
  'serviceRecord.read',
]);

/** The sender of a request. Services assert an action on it, and get the member to act as. */
export class Caller {
  private member: Member | null;
  private readsAggregates = false;
  private finished = false;
  private readonly refused = new Map<string, RefusalTrace & { code: unknown }>();

  constructor(private readonly options: CallerOptions) {
    this.member = options.session ? new Member(options.session, options) : null;
  }

  get language(): Language {
    return this.options.language;
  }

  /** Where the request came from. */
  get origin(): Origin {
    const { requestId, remoteAddress } = this.options;
    return { requestId, remoteAddress };
  }

  get session(): Session | null {
    return this.member?.session ?? null;
  }

  /** For slow work: it keeps neither a database connection nor an admission slot meanwhile. */
  readonly aside: StepAside = async (work) => {
    await this.member?.rest();
    return (this.options.aside ?? stayInPlace)(work);
  };

  /** From here on the request acts for this session, which has just been opened or ended. */
  async switchSession(session: Session | null): Promise<void> {
    await this.member?.finish();
    this.member = session ? new Member(session, this.options) : null;
  }

  /** The signed-in member, if the table of actions permits this; else the request is refused. */
  assert(action: Action): Member {
    if (!this.member) throw new AppError('UNAUTHENTICATED', message('NOT_SIGNED_IN'), { trace: { action } });
    if (!this.member.may(action)) {
      throw new AppError('FORBIDDEN', message('ACTION_NOT_PERMITTED'), { trace: { action } });
    }
    this.readsAggregates ||= AGGREGATE_READ_ACTIONS.has(action);
    return this.member;
  }

  /** Remembers that part of the request was refused, for the audit log. */
  noteRefusal(code: unknown, trace: RefusalTrace = {}): void {
    if (!rowOf(code).isAudited || this.refused.size >= MAX_REFUSED) return;
    this.refused.set(JSON.stringify([code, trace]), { code, ...trace });
  }

  /**
   * Ends the transaction, and writes the audit entries of the request once: refusals, the use of a key, what a bureau read.
   */
  async finish(operation: string | null): Promise<void> {
    if (this.finished) return;
    this.finished = true;
    const { session, member } = this;
    await member?.finish();
    for (const { thingId, ...after } of this.refused.values()) {
      this.leave('REFUSED', operation, { ...(thingId === undefined ? {} : { thingId }), after });
    }
    const agreementIds = [...(member?.viewedAgreementIds ?? [])].slice(0, MAX_SEEN);
    // A key that has been revoked or has expired does not count as used.
    const ended = [...this.refused.values()].some(({ code }) => code === 'UNAUTHENTICATED');
    if (session?.isKey && !ended) this.leave('KEY_USED', operation, { agreementIds });
    else if (
      session?.kind === OrganisationKind.SUPERVISOR &&
      (agreementIds.length > 0 || this.readsAggregates)
    ) {
      this.leave('READ', operation, { agreementIds });
    }
  }

  /** Records in the audit log, before it begins, that a whole table is being exported. */
  exporting(file: string, filter: unknown): void {
    this.leave('EXPORT_READ', file, { after: filter });
  }

  private leave(
    action: AuditAction,
    operation: string | null,
    rest: { agreementIds?: string[]; thingId?: string; after?: unknown },
  ): void {
    const { session } = this;
    this.options.trail.add({
      ...this.origin,
      organisationId: session?.organisationId ?? null,
      memberId: session?.memberId ?? null,
      at: this.options.clock(),
      action,
      ...(operation === null ? {} : { operation: operation.slice(0, MAX_OPERATION_NAME) }),
      ...rest,
    });
  }
}
