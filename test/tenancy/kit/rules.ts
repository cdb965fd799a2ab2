import type { DatabaseRole } from '../../../src/platform/database/roles';

/** A row as JSON, whichever table it is of. */
export type Row = Readonly<Record<string, unknown>>;

/** A signed-in member, as the rules know it. */
export interface SignedIn {
  role: DatabaseRole;
  organisationId: string;
  memberId: string;
  administers: boolean;
  /** The agreement of the row is one that it may see. */
  sees: (row: Row) => boolean;
  /** The same of a station that a row of core.station_access names. */
  meets: (row: Row) => boolean;
  /** The assessment of the row's agreement is open. */
  isOpen: (row: Row) => boolean;
}

type Permission = (me: SignedIn, row: Row) => boolean;

/** What a member may do with the rows of a table. What is left out no one may do. */
export interface Rule {
  read: Permission;
  add?: Permission;
  change?: Permission;
}

const is =
  (...roles: DatabaseRole[]) =>
  ({ role }: SignedIn): boolean =>
    roles.includes(role);

const operator = is('app_operator');
const purchaser = is('app_purchaser');
const bureau = is('app_supervisor', 'app_city');
const registrar = is('app_operator', 'app_purchaser', 'app_supervisor', 'app_city');
const assessing = is('app_mentoring', 'app_assessor');

const sees: Permission = (me, row) => me.sees(row);
const own: Permission = (me, row) => row.organisation_id === me.organisationId;
const administersOwn: Permission = (me, row) => own(me, row) && me.administers;
const helpsOnly: Permission = (me) => me.role === 'app_platform' && me.administers;
const helps: Permission = (me, row) => helpsOnly(me, row) || (own(me, row) && me.role !== 'app_platform');
const oneself: Permission = (me, row) =>
  own(me, row) && row.member_id === me.memberId && me.role !== 'app_platform';
/** The platform is notified of nothing. */
const administersParty: Permission = (me, row) => administersOwn(me, row) && me.role !== 'app_platform';
/** The parties of the agreement and the bureaus: those who assess see figures, not the records behind them. */
const contracting: Permission = (me, row) => me.sees(row) && !assessing(me);
/** In the cast administrators manage, and no one else. */
const operatorWrites: Permission = (me, row) => operator(me) && me.administers && me.sees(row);
const purchaserWrites: Permission = (me, row) => purchaser(me) && me.administers && me.sees(row);
/** Operator and purchaser each write about money and of themselves in their own name. */
const signed: Permission = (me, row) =>
  row.party === 'OPERATOR' ? operatorWrites(me, row) : purchaserWrites(me, row);

const SCORING: Partial<Record<DatabaseRole, string>> = {
  app_purchaser: 'PURCHASER',
  app_supervisor: 'SUPERVISOR',
  app_mentoring: 'MENTORING_CENTRE',
  app_assessor: 'THIRD_PARTY',
};
/** Workers write too for those who assess; for the others only administrators. */
const scoring: Permission = (me, row) =>
  me.sees(row) && row.party === SCORING[me.role] && (me.administers || assessing(me));

/** A party gives its own score, and its part says that it is given. */
const ownScore: Permission = (me, row) =>
  row.party === SCORING[me.role] && (me.role !== 'app_assessor' || row.assessor_id === me.organisationId);
/** The bureaus enter what is on paper. */
const scores: Permission = (me, row) =>
  row.on_paper === true
    ? bureau(me) && me.administers && me.sees(row)
    : scoring(me, row) && ownScore(me, row);
const seesScore: Permission = (me, row) =>
  me.sees(row) && (row.sealed === false || ownScore(me, row) || (bureau(me) && row.on_paper === true));
const bureauWrites: Permission = (me, row) => bureau(me) && me.administers && me.sees(row);

const ofMembers: Rule = { read: own, add: administersOwn, change: administersOwn };
/** The platform names the first administrator of an organisation, and invites it. */
const founding: Permission = (me, row) =>
  me.role === 'app_platform' ? me.administers : administersOwn(me, row);
const ofAgreement: Rule = { read: sees, add: registered, change: registered };
const ofStaff: Rule = { read: sees, add: operatorWrites, change: operatorWrites };
/** A bureau copies the rosters of agreements that it renews. */
const ofRoster: Rule = {
  ...ofStaff,
  add: (me, row) => operatorWrites(me, row) || (bureau(me) && me.sees(row)),
};
/** In the cast each agreement has a cycle of its own, of the same id. */
const ofItsAgreement = ({ id }: Row): Row => ({ agreement_id: id });
/** What an operator keeps of the files that it has brought. */
const ofImports: Rule = { read: (me, row) => operator(me) && me.sees(row), add: recorded, change: recorded };
const figures: Rule = { read: sees, add: recorded, change: registered };
const ofEvaluation: Rule = { read: contracting, add: signed };
const unreadable: Rule = { read: () => false };

/** No party of an agreement sees, or conflicts with, an idempotency key of another. */
function keyOfItsOwn(me: SignedIn, row: Row): boolean {
  return me.sees(row) && row.acting_organisation_id === me.organisationId;
}

/** Both parties and their bureaus register and change agreements: guards decide who takes which step. */
function registered(me: SignedIn, row: Row): boolean {
  return registrar(me) && me.sees(row);
}

/** Every worker of an operator records service. */
function recorded(me: SignedIn, row: Row): boolean {
  return operator(me) && me.sees(row);
}

const RULES: Readonly<Record<string, Rule>> = {
  'auth.api_key': { ...unreadable, add: administersOwn },
  'auth.credential': unreadable,
  'auth.invitation': { ...unreadable, add: founding },
  'auth.password_reset': { ...unreadable, add: administersOwn },
  'auth.refresh_token': unreadable,
  'auth.token_family': unreadable,

  // The platform names administrators, and helps them.
  'core.member': {
    ...ofMembers,
    read: (me, row) => own(me, row) || (helpsOnly(me, row) && row.role === 'ADMIN'),
    add: founding,
  },
  'core.member_station': ofMembers,
  'core.session': ofMembers,
  'core.audit_entry': {
    read: administersOwn,
    add: (me, row) => own(me, row) && row.member_id === me.memberId,
  },

  'core.station_access': {
    read: (me, row) => me.meets(row),
    add: (me, row) => registrar(me) && me.meets(row),
    change: (me, row) => registrar(me) && me.meets(row),
  },
  'core.station_former_name': {
    read: (me, row) => me.meets(row),
    add: (me, row) => bureau(me) && me.administers && me.meets(row),
  },
  'core.agreement': ofAgreement,
  'core.agreement_event': { read: contracting, add: registered },
  'core.amendment': {
    read: (me, row) => me.sees(row) && (row.state === 'CONFIRMED' || !assessing(me)),
    add: registered,
    change: registered,
  },
  'core.amendment_change': {
    read: (me, row) => me.sees(row) && (row.applied_at !== null || !assessing(me)),
    add: registered,
    change: registered,
  },
  'core.amendment_answer': { read: sees, add: (me, row) => (operator(me) || purchaser(me)) && me.sees(row) },
  'core.term': ofAgreement,
  'core.zone': ofAgreement,
  'core.point': ofAgreement,
  'core.project': ofAgreement,
  'core.instalment': ofAgreement,

  'core.contract_cycle': {
    read: (me, row) => contracting(me, ofItsAgreement(row)),
    add: (me, row) => (purchaser(me) || bureau(me)) && me.administers && me.sees(ofItsAgreement(row)),
    change: (me, row) => (purchaser(me) || bureau(me)) && me.administers && me.sees(ofItsAgreement(row)),
  },
  'core.target': ofAgreement,
  'core.service_record': figures,
  'core.service_record_version': { read: contracting, add: registered },
  'core.completion_term': ofAgreement,
  'core.completion_month': ofAgreement,
  'core.completion_total': ofAgreement,

  'core.staff_member': ofRoster,
  'core.staff_spell': ofRoster,
  'core.staff_certificate': ofRoster,
  'core.staff_pay': ofStaff,
  'core.staff_zones': { read: sees, add: operatorWrites },
  'core.staff_identity': {
    ...ofRoster,
    read: (me, row) => contracting(me, row) || (me.role === 'app_assessor' && me.sees(row) && me.isOpen(row)),
  },

  'core.budget': { read: sees, add: operatorWrites },
  'core.budget_line': { read: sees, add: operatorWrites },
  'core.expenditure': { read: sees, add: (me, row) => operator(me) && signed(me, row) },
  'core.fiscal_budget': { read: sees, add: purchaserWrites },
  'core.payment': { read: sees, add: (me, row) => purchaser(me) && signed(me, row) },
  'core.funding_source': { read: sees, add: signed },
  'core.receipt': { read: sees, add: signed },

  'core.assessment': {
    read: sees,
    add: (me, row) => bureauWrites(me, row) && row.closed_at === null,
    change: (me, row) =>
      row.closed_at === null &&
      (bureauWrites(me, row) || (me.sees(row) && (assessing(me) || (purchaser(me) && me.administers)))),
  },
  'core.assessment_part': {
    read: sees,
    add: bureauWrites,
    change: (me, row) => bureauWrites(me, row) || (scoring(me, row) && ownScore(me, row)),
  },
  'core.assessment_score': { read: seesScore, add: scores, change: scores },
  'core.assessment_score_version': { read: seesScore, add: scores },
  'core.assessment_scheme': {
    read: (me) => me.role !== 'app_platform',
    add: (me, row) => bureau(me) && administersOwn(me, row),
  },
  'core.assessor_request': {
    read: (me, row) => me.sees(row) && (operator(me) || bureau(me)),
    add: operatorWrites,
  },
  'core.finding_step': {
    read: sees,
    add: (me, row) => (row.state === 'ANSWERED' ? operatorWrites(me, row) : scoring(me, row)),
  },
  'core.assessment_finding': {
    read: sees,
    add: scoring,
    change: (me, row) => scoring(me, row) || operatorWrites(me, row),
  },
  'core.declared_tie': {
    read: (me, row) =>
      bureau(me) ||
      (me.role === 'app_assessor' ? row.assessor_id === me.organisationId : operator(me) && own(me, row)),
    add: (me, row) =>
      me.administers &&
      (operator(me) ? own(me, row) : me.role === 'app_assessor' && row.assessor_id === me.organisationId),
  },

  // A guard decides who takes which step.
  'core.report_month': { read: sees, add: registered, change: registered },
  'core.report_month_event': { read: contracting, add: registered },
  'core.snapshot': { read: sees, add: registered },
  'core.snapshot_part': {
    read: (me, row) => (row.report === 'SATISFACTION' ? contracting(me, row) : me.sees(row)),
    add: registered,
  },
  'core.snapshot_figure': { read: sees, add: registered },
  'core.published_report': { read: sees, add: registered },
  'core.evaluation': { ...ofEvaluation, change: signed },
  'core.evaluation_item': ofEvaluation,
  'core.evaluation_score': ofEvaluation,
  'core.report_audit': {
    read: sees,
    add: (me, row) =>
      me.sees(row) && row.audited_by === me.organisationId && (operator(me) || row.import_id === null),
  },
  // A guard refuses what is added later.
  'core.report_audit_figure': { read: sees, add: sees },
  'core.sheet_import': {
    read: (me, row) => operator(me) && me.sees(row),
    add: (me, row) => recorded(me, row) && row.content !== null,
    change: recorded,
  },
  'core.imported_row': ofImports,
  'core.import_name': ofImports,
  'core.outbox_event': { ...unreadable, add: sees },
  // Those who help are of the platform; a guard decides who takes which step.
  'core.administrator_reset': {
    read: helps,
    add: helpsOnly,
    change: (me, row) => helpsOnly(me, row) || administersParty(me, row),
  },
  'core.mail': { ...unreadable, add: helpsOnly },
  'core.mail_preference': { read: oneself, add: oneself, change: oneself },
  'core.webhook': { read: administersParty, add: administersParty, change: administersParty },
  'core.webhook_delivery': { read: administersParty, change: administersParty },
  'core.remark': {
    read: contracting,
    add: (me, row) => contracting(me, row) && row.acting_organisation_id === me.organisationId,
  },
  'core.idempotency_key': { read: keyOfItsOwn, add: keyOfItsOwn },
  'core.satisfaction_survey': { read: contracting, add: operatorWrites, change: operatorWrites },
};

export function ruleOf(table: string): Rule {
  const rule = RULES[table];
  if (!rule) throw new Error(`test/tenancy/kit/rules.ts does not say who may read and write ${table}`);
  return rule;
}
