import { Refusal, type RefusalCode } from '../platform/refusal';
import type { Language } from '../platform/text';
import type { Action } from './actions';
import type { AuditAction, Origin } from './audit';
import type { AuditTrail } from './audit-trail';
import { Member, type MemberOptions } from './member';
import { OrganisationKind } from './parties';
import type { Session } from './session';

export interface CallerOptions extends MemberOptions {
  session: Session | null;
  language: Language;
  trail: AuditTrail;
}

/** Agreements named in one line of the audit log, at most. */
const MOST_SEEN = 1000;

/** Whoever sent the request. Services ask it for permission first, and get the means to act in return. */
export class Caller {
  private member: Member | null;
  private readonly refused = new Set<RefusalCode>();

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

  /** From here on the request acts for this session: it has just been opened, or ended. */
  async become(session: Session | null): Promise<void> {
    await this.member?.finish();
    this.member = session ? new Member(session, this.options) : null;
  }

  /** The signed-in member, if the table of actions lets it do this; else the request is refused. */
  assert(action: Action): Member {
    if (!this.member) throw unauthenticated();
    if (!this.member.may(action)) throw forbidden();
    return this.member;
  }

  /** Remembers that part of the request was refused, for the audit trail. */
  noteRefusal(code: RefusalCode): void {
    this.refused.add(code);
  }

  /** Gives back what the request held, and leaves its trace: refusals, the use of a key, what a bureau looked at. */
  async finish(operation: string | null): Promise<void> {
    const { session, member } = this;
    await member?.finish();
    for (const code of this.refused) this.leave('REFUSED', operation, { after: { code } });
    const agreementIds = [...(member?.seen ?? [])].slice(0, MOST_SEEN);
    if (session?.isKey) this.leave('KEY_USED', operation, { agreementIds });
    else if (session?.kind === OrganisationKind.SUPERVISOR && agreementIds.length > 0) {
      this.leave('READ', operation, { agreementIds });
    }
  }

  private leave(
    action: AuditAction,
    operation: string | null,
    rest: { agreementIds?: string[]; after?: unknown },
  ): void {
    const { session } = this;
    this.options.trail.add({
      ...this.origin,
      organisationId: session?.organisationId ?? null,
      memberId: session?.memberId ?? null,
      at: this.options.clock(),
      action,
      ...(operation === null ? {} : { operation }),
      ...rest,
    });
  }
}

/** Not signed in, or no longer. */
function unauthenticated(): Refusal {
  return new Refusal('UNAUTHENTICATED', {
    zh: '您尚未登录，或登录已失效。请重新登录。',
    en: 'You are not signed in, or no longer. Please sign in again.',
  });
}

function forbidden(): Refusal {
  return new Refusal('FORBIDDEN', {
    zh: '您的账号没有此项权限。如确有需要，请联系本单位的管理员。',
    en: 'Your account may not do this. If you need to, ask the administrator of your organisation.',
  });
}
