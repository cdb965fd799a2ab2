import { statement } from '../platform/database/statement';
import { newId } from '../platform/ids';

/** What was done, as the audit log names it. */
export type AuditAction =
  | 'AGREEMENT_REGISTERED'
  | 'AGREEMENT_RENEWED'
  | 'PROPOSAL_REVISED'
  | 'AGREEMENT_CONFIRMED'
  | 'AGREEMENT_DECLINED'
  | 'PROPOSAL_WITHDRAWN'
  | 'AGREEMENT_VOIDED'
  | 'CONTRACT_RECORDED'
  | 'CYCLE_REGISTERED'
  | 'CYCLE_CORRECTED'
  | 'AMENDMENT_PROPOSED'
  | 'AMENDMENT_CONFIRMED'
  | 'AMENDMENT_DECLINED'
  | 'AMENDMENT_WITHDRAWN'
  | 'AMENDMENT_ACKNOWLEDGED'
  | 'AMENDMENT_OBJECTED'
  | 'MONTH_HANDED_IN'
  | 'MONTH_KEPT'
  | 'MONTH_RECALLED'
  | 'MONTH_ACCEPTED'
  | 'MONTH_SENT_BACK'
  | 'MONTHS_DUE_DAY_SET'
  | 'REPORT_PUBLISHED'
  | 'REPORT_AUDITED'
  | 'TARGETS_SET'
  | 'SERVICES_RECORDED'
  | 'RECORD_CORRECTED'
  | 'RECORD_VOIDED'
  | 'REMARK_ADDED'
  | 'IMPORT_UPLOADED'
  | 'IMPORT_PREVIEWED'
  | 'IMPORT_NAMES_MATCHED'
  | 'IMPORT_APPLIED'
  | 'IMPORT_UNDONE'
  | 'STAFF_ENROLLED'
  | 'STAFF_CHANGED'
  | 'STAFF_VOIDED'
  | 'STAFF_SPELL_ADDED'
  | 'STAFF_SPELL_CHANGED'
  | 'STAFF_SPELL_REMOVED'
  | 'STAFF_CERTIFICATES_SET'
  | 'STAFF_ZONES_SET'
  | 'STAFF_PAY_RECORDED'
  | 'STAFFING_PARAMETERS_SET'
  | 'MEMBER_INVITED'
  | 'INVITATION_RENEWED'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_REFUSED'
  | 'MEMBER_CHANGED'
  | 'MEMBER_REMOVED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_REFUSED'
  | 'PASSWORD_RESET_ISSUED'
  | 'PASSWORD_RESET_REQUESTED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_RESET_REFUSED'
  | 'MEMBERSHIP_ENDED'
  | 'KEY_CREATED'
  | 'KEY_REVOKED'
  | 'KEY_USED'
  | 'MAILS_CHOSEN'
  | 'WEBHOOK_REGISTERED'
  | 'WEBHOOK_CHANGED'
  | 'WEBHOOK_REMOVED'
  | 'WEBHOOK_REDELIVERED'
  | 'BI_LOGIN_GRANTED'
  | 'BI_LOGIN_REVOKED'
  | 'ORGANISATION_ADDED'
  | 'ORGANISATION_RENAMED'
  | 'STATION_RENAMED'
  | 'ADMINISTRATOR_NAMED'
  | 'ADMINISTRATOR_NAMED_BY_PLATFORM'
  | 'ADMINISTRATOR_RESET_REQUESTED'
  | 'ADMINISTRATOR_RESET_CONFIRMED'
  | 'ADMINISTRATOR_RESET_TAKEN'
  | 'ADMINISTRATOR_RESET_STOPPED'
  | 'ADMINISTRATOR_RESET_BY_PLATFORM'
  | 'ASSESSMENT_OPENED'
  | 'ASSESSMENT_SCORED'
  | 'ASSESSMENT_CLOSED'
  | 'ASSESSMENT_CANCELLED'
  | 'ASSESSMENT_MOVED'
  | 'ASSESSOR_REPLACED'
  | 'ASSESSOR_REQUESTED'
  | 'SCORES_UNSEALED'
  | 'PAPER_SCORE_ENTERED'
  | 'SCHEME_SET'
  | 'FINDING_ADDED'
  | 'FINDING_ANSWERED'
  | 'FINDING_REVIEWED'
  | 'FINDING_WITHDRAWN'
  | 'TIE_DECLARED'
  | 'EVALUATION_CREATED'
  | 'EVALUATION_SCORED'
  | 'EVALUATION_CLOSED'
  | 'EVALUATION_VOIDED'
  | 'SURVEY_RECORDED'
  | 'SURVEY_CORRECTED'
  | 'SURVEY_VOIDED'
  | 'BUDGET_SET'
  | 'FUNDING_SOURCES_SET'
  | 'FISCAL_BUDGET_SET'
  | 'RECEIPT_RECORDED'
  | 'RECEIPT_REVERSED'
  | 'EXPENDITURE_RECORDED'
  | 'EXPENDITURE_REVERSED'
  | 'PAYMENT_RECORDED'
  | 'PAYMENT_REVERSED'
  | 'SIGNED_IN'
  | 'SIGN_IN_FAILED'
  | 'SESSION_REFRESHED'
  | 'REFRESH_REFUSED'
  | 'SIGNED_OUT'
  | 'REFUSED'
  | 'READ'
  | 'EXPORT_READ';

/** One change: of which row, and its values before and after. Never a password, a token or a key. */
export interface Change {
  action: AuditAction;
  /** GraphQL type of the row. */
  thing: string;
  thingId: string;
  agreementIds?: readonly string[];
  before?: unknown;
  after?: unknown;
  /** For the log of another organisation, which does not know the member that acts. */
  organisationId?: string;
}

/** Where a request came from. */
export interface Origin {
  requestId: string;
  remoteAddress: string;
}

/** A complete entry of the audit log. */
export interface AuditEntry extends Origin {
  /** Null where no member is known: kept by the platform. */
  organisationId: string | null;
  at: Date;
  memberId: string | null;
  action: AuditAction;
  thing?: string;
  thingId?: string;
  /** Name of the GraphQL operation. */
  operation?: string;
  agreementIds?: readonly string[];
  before?: unknown;
  after?: unknown;
}

// Entries without a known member belong to the platform; before there is a platform they are dropped.
const INSERT = statement(
  'audit.insert',
  `insert into core.audit_entry (organisation_id, id, at, member_id, action, thing, thing_id, operation,
          agreement_ids, before, after, remote_address, request_id)
   select o.id, e.id, e.at, e."memberId", e.action, e.thing, e."thingId", e.operation,
          e."agreementIds", e.before, e.after, e."remoteAddress", e."requestId"
     from json_to_recordset($1::json) as e("organisationId" uuid, id uuid, at timestamptz, "memberId" uuid,
            action text, thing text, "thingId" text, operation text, "agreementIds" uuid[],
            before jsonb, after jsonb, "remoteAddress" text, "requestId" text)
    cross join lateral (select coalesce(e."organisationId", (
            select p.id from core.organisation p where p.kind = 'PLATFORM' order by p.created_at, p.id limit 1)) as id) o
    where o.id is not null`,
);

/** The statement that adds entries, and its values. */
export function auditStatement(entries: readonly AuditEntry[]): [typeof INSERT, unknown[]] {
  return [INSERT, [JSON.stringify(entries.map((entry) => ({ id: newId(), ...entry })))]];
}
