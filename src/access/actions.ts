import { atLeast, MemberRole, OrganisationKind } from './parties';

/** An administrator, or a manager whom the administrator lets record money. */
const RECORDS_MONEY = 'RECORDS_MONEY';

/** The lowest role, by kind of organisation, that may perform an action. A kind that is not named may not. */
type Rule = Partial<Record<OrganisationKind, MemberRole | typeof RECORDS_MONEY>>;

const { ADMIN, MANAGER, VIEWER, WORKER } = MemberRole;

const EVERYONE: Rule = {
  OPERATOR: VIEWER,
  PURCHASER: VIEWER,
  SUPERVISOR: VIEWER,
  MENTORING_CENTRE: VIEWER,
  ASSESSOR: VIEWER,
  PLATFORM: VIEWER,
};
const PARTIES: Rule = {
  OPERATOR: VIEWER,
  PURCHASER: VIEWER,
  SUPERVISOR: VIEWER,
  MENTORING_CENTRE: VIEWER,
  ASSESSOR: VIEWER,
};
const ADMINISTRATORS: Rule = {
  OPERATOR: ADMIN,
  PURCHASER: ADMIN,
  SUPERVISOR: ADMIN,
  MENTORING_CENTRE: ADMIN,
  ASSESSOR: ADMIN,
  PLATFORM: ADMIN,
};
const { PLATFORM: _platform, ...PARTY_ADMINISTRATORS } = ADMINISTRATORS;
/** A party's own score and findings. */
const SCORING_PARTIES: Rule = {
  PURCHASER: ADMIN,
  SUPERVISOR: ADMIN,
  MENTORING_CENTRE: WORKER,
  ASSESSOR: WORKER,
};
const AUDITORS: Rule = {
  OPERATOR: WORKER,
  PURCHASER: WORKER,
  SUPERVISOR: WORKER,
  MENTORING_CENTRE: WORKER,
  ASSESSOR: WORKER,
};
/** Of service: record by record, or with a log. */
const RECORDERS: Rule = { OPERATOR: WORKER };
const CONTRACTING_PARTIES: Rule = { OPERATOR: VIEWER, PURCHASER: VIEWER, SUPERVISOR: VIEWER };
const CONTRACTING_ADMINISTRATORS: Rule = { OPERATOR: ADMIN, PURCHASER: ADMIN, SUPERVISOR: ADMIN };

/**
 * The table of actions: who may do what. The tenant scope, which the database enforces, decides on which agreements and
 * stations.
 */
export const ACTIONS = {
  'viewer.read': EVERYONE,
  'task.read': EVERYONE,
  'session.end': EVERYONE,
  'password.change': EVERYONE,
  'member.read': ADMINISTRATORS,
  'member.manage': ADMINISTRATORS,
  'key.read': PARTY_ADMINISTRATORS,
  'key.manage': PARTY_ADMINISTRATORS,
  'mail.choose': PARTIES,
  'webhook.read': PARTY_ADMINISTRATORS,
  'webhook.manage': PARTY_ADMINISTRATORS,
  'audit.read': ADMINISTRATORS,
  'organisation.add': { PLATFORM: ADMIN },
  'organisation.rename': { PLATFORM: ADMIN },
  'administrator.name': { PLATFORM: ADMIN },
  'administratorReset.read': EVERYONE,
  'administratorReset.help': { PLATFORM: ADMIN },
  'administratorReset.stop': PARTY_ADMINISTRATORS,
  'directory.read': EVERYONE,
  'catalogue.read': EVERYONE,
  'station.read': PARTIES,
  'station.rename': { SUPERVISOR: ADMIN },
  'agreement.read': PARTIES,
  'agreement.register': CONTRACTING_ADMINISTRATORS,
  'agreement.confirm': CONTRACTING_ADMINISTRATORS,
  'agreement.void': { SUPERVISOR: ADMIN },
  'agreement.events': CONTRACTING_PARTIES,
  'cycle.read': CONTRACTING_PARTIES,
  'cycle.register': { PURCHASER: ADMIN, SUPERVISOR: ADMIN },
  'amendment.propose': CONTRACTING_ADMINISTRATORS,
  'amendment.confirm': CONTRACTING_ADMINISTRATORS,
  'amendment.withdraw': { OPERATOR: ADMIN, PURCHASER: ADMIN },
  'amendment.answer': { OPERATOR: ADMIN, PURCHASER: ADMIN },
  'month.read': PARTIES,
  'month.events': CONTRACTING_PARTIES,
  'month.handIn': { OPERATOR: MANAGER },
  'month.accept': { PURCHASER: ADMIN, SUPERVISOR: ADMIN },
  'month.sendBack': { PURCHASER: ADMIN, SUPERVISOR: ADMIN },
  'month.setDueDay': { PURCHASER: ADMIN, SUPERVISOR: ADMIN },
  'report.read': PARTIES,
  'reportAudit.read': PARTIES,
  'publishedReport.audit': AUDITORS,
  'report.publish': { OPERATOR: MANAGER, PURCHASER: ADMIN, SUPERVISOR: ADMIN },
  'target.set': CONTRACTING_ADMINISTRATORS,
  'completion.read': PARTIES,
  'analytics.read': PARTIES,
  'overview.operator': { OPERATOR: VIEWER },
  'overview.purchaser': { PURCHASER: VIEWER },
  'overview.district': { SUPERVISOR: VIEWER },
  'assessment.read': PARTIES,
  'assessment.open': { SUPERVISOR: ADMIN },
  'assessment.close': { SUPERVISOR: ADMIN },
  'assessment.cancel': { SUPERVISOR: ADMIN },
  'assessment.move': { SUPERVISOR: ADMIN },
  'assessment.replaceAssessor': { SUPERVISOR: ADMIN },
  'assessment.unseal': { SUPERVISOR: ADMIN },
  'assessment.enterPaper': { SUPERVISOR: ADMIN },
  'assessment.score': SCORING_PARTIES,
  'finding.add': SCORING_PARTIES,
  'finding.review': SCORING_PARTIES,
  'finding.withdraw': SCORING_PARTIES,
  'finding.respond': { OPERATOR: MANAGER },
  'assessor.request': { OPERATOR: ADMIN },
  'assessor.readRequests': { OPERATOR: VIEWER, SUPERVISOR: VIEWER },
  'scheme.read': PARTIES,
  'scheme.set': { SUPERVISOR: ADMIN },
  'tie.read': { OPERATOR: VIEWER, SUPERVISOR: VIEWER, ASSESSOR: VIEWER },
  'tie.declare': { OPERATOR: ADMIN, ASSESSOR: ADMIN },
  'evaluation.read': CONTRACTING_PARTIES,
  'evaluation.write': { OPERATOR: MANAGER, PURCHASER: ADMIN },
  'satisfaction.read': CONTRACTING_PARTIES,
  'satisfaction.record': { OPERATOR: MANAGER },
  'staffing.read': PARTIES,
  'staffing.configure': CONTRACTING_ADMINISTRATORS,
  'staff.read': CONTRACTING_PARTIES,
  'staff.manage': { OPERATOR: MANAGER },
  'funding.read': PARTIES,
  'budget.set': { OPERATOR: ADMIN },
  'fundingSource.set': { OPERATOR: ADMIN, PURCHASER: ADMIN },
  'fiscalBudget.set': { PURCHASER: ADMIN },
  'receipt.record': { OPERATOR: RECORDS_MONEY, PURCHASER: ADMIN },
  'receipt.reverse': { OPERATOR: RECORDS_MONEY, PURCHASER: ADMIN },
  'expenditure.record': { OPERATOR: RECORDS_MONEY },
  'expenditure.reverse': { OPERATOR: RECORDS_MONEY },
  'payment.record': { PURCHASER: ADMIN },
  'payment.reverse': { PURCHASER: ADMIN },
  'serviceRecord.read': CONTRACTING_PARTIES,
  'serviceRecord.record': RECORDERS,
  'serviceRecord.correctOwn': { OPERATOR: WORKER },
  'serviceRecord.correctAny': { OPERATOR: MANAGER },
  'import.read': { OPERATOR: VIEWER },
  'import.upload': RECORDERS,
  'remark.read': CONTRACTING_PARTIES,
  'remark.add': { OPERATOR: WORKER, PURCHASER: WORKER, SUPERVISOR: WORKER },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof ACTIONS;

/**
 * Only for persons: an API key only reads, has no session to end, no password and no e-mail, and uploads nothing. Nor does
 * it read what was uploaded: a roster names people, whom a key knows by their codes.
 */
export const PERSONAL: ReadonlySet<Action> = new Set<Action>([
  'session.end',
  'password.change',
  'mail.choose',
  'import.read',
  'import.upload',
]);

/** Whether the table permits an action to somebody with these rights. */
export function isPermitted(
  action: Action,
  { kind, role, recordsMoney }: { kind: OrganisationKind; role: MemberRole; recordsMoney: boolean },
): boolean {
  const rule: Rule = ACTIONS[action];
  const least = rule[kind];
  if (least === RECORDS_MONEY) return role === ADMIN || (role === MANAGER && recordsMoney);
  return least !== undefined && atLeast(role, least);
}
