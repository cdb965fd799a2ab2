import { type Column, mayRead, NODE_TYPES } from './verdicts';
import { MemberRole } from '../../src/access';
import type { Person } from './support/people';

/** An agreement, as far as it decides who may see what belongs to it. */
export interface AgreementFacts {
  id: string;
  operator: string;
  purchaser: string;
  station: string;
  district: string;
  state: 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'WITHDRAWN' | 'VOID';
  /** Whether its station is in the directory, for these parties: lists of stations have it. */
  isListed: boolean;
  /** Organisations that assess it. */
  assessors: string[];
}

/** Which agreements are in whose scope. Members who are limited to stations see theirs alone. */
const SCOPE: Record<Column, (agreement: AgreementFacts, who: Person) => boolean> = {
  operator: (agreement, who) => agreement.operator === who.organisationId,
  purchaser: (agreement, who) => agreement.purchaser === who.organisationId,
  bureau: (agreement, who) => agreement.district === who.district,
  city: () => true,
  // The city's centre: all, from their confirmation on. To that of a district nothing can be assigned.
  mentoring: ({ state }, who) => who.district === null && ['CONFIRMED', 'VOID'].includes(state),
  assessor: (agreement, who) => agreement.assessors.includes(who.organisationId),
  platform: () => false,
  anonymous: () => false,
};

function inScope(agreement: AgreementFacts, who: Person): boolean {
  return SCOPE[who.column](agreement, who) && (who.stations?.includes(agreement.station) ?? true);
}

/** Whether the parties of a cycle, in their text form, are the reader or of its district. */
function isParty(who: Person, parties: string): boolean {
  if (who.stations) return false;
  const [operator, purchaser, district] = parties.split(' ');
  const own: Partial<Record<Column, boolean>> = {
    operator: operator === who.organisationId,
    purchaser: purchaser === who.organisationId,
    bureau: district === who.district,
    city: true,
  };
  return own[who.column] ?? false;
}

/** Where entities of a kind are stored, and what decides who sees them. */
interface Entity {
  belongsTo: 'agreement' | 'cycle' | 'helped' | 'organisation' | 'directory' | 'oneself';
  /** Yields id and, where it belongs to one, the agreement or organisation as "of". */
  sql: string;
}

const ofAgreement = (table: string): Entity => ({
  belongsTo: 'agreement',
  sql: `select id, agreement_id as "of" from core.${table}`,
});

/**
 * Everything that has an id: each GraphQL type with a field `id` needs a row. Operator and Purchaser are organisations
 * as parties, by whom agreements and stations are found.
 */
export const ENTITIES: Record<string, Entity> = {
  Agreement: { belongsTo: 'agreement', sql: 'select id, id as "of" from core.agreement' },
  Station: { belongsTo: 'agreement', sql: 'select station_id as id, id as "of" from core.agreement' },
  Operator: { belongsTo: 'agreement', sql: 'select organisation_id as id, id as "of" from core.agreement' },
  Purchaser: { belongsTo: 'agreement', sql: 'select purchaser_id as id, id as "of" from core.agreement' },
  // Of its agreements; while it has none, of its parties.
  ContractCycle: {
    belongsTo: 'cycle',
    sql: `select c.id, coalesce(a.id::text, concat_ws(' ', c.organisation_id, c.purchaser_id, c.district_code)) as "of"
            from core.contract_cycle c
            left join core.agreement a on a.organisation_id = c.organisation_id and a.cycle_id = c.id`,
  },
  Term: ofAgreement('term'),
  Zone: ofAgreement('zone'),
  Point: ofAgreement('point'),
  Project: ofAgreement('project'),
  ServiceRecord: ofAgreement('service_record'),
  Remark: ofAgreement('remark'),
  StaffMember: ofAgreement('staff_member'),
  StaffSpell: ofAgreement('staff_spell'),
  Receipt: ofAgreement('receipt'),
  Expenditure: ofAgreement('expenditure'),
  Payment: ofAgreement('payment'),
  Entry: {
    belongsTo: 'agreement',
    sql: `select id, agreement_id as "of" from core.receipt union all select id, agreement_id from core.expenditure
          union all select id, agreement_id from core.payment`,
  },
  // What a name in a file was taken for.
  MatchedName: {
    belongsTo: 'agreement',
    sql: `select id::text, agreement_id as "of" from core.zone union all select id::text, agreement_id from core.point
          union all select id::text, agreement_id from core.project
          union all select i.code, a.id from core.indicator i cross join core.agreement a`,
  },
  // What a task is about.
  Subject: {
    belongsTo: 'agreement',
    sql: `select id::text, id as "of" from core.agreement
          union all select id::text, agreement_id from core.amendment
          union all select id::text, agreement_id from core.assessment
          union all select id::text, agreement_id from core.assessment_finding
          union all select a.id || '.' || to_char(m, 'YYYY-MM'), a.id from core.agreement a
           cross join generate_series(date_trunc('month', a.starts_on::timestamp), a.ends_on, interval '1 month') m`,
  },
  Amendment: ofAgreement('amendment'),
  // Every calendar month with a day of a confirmed agreement, whether it has a row or not.
  ReportMonth: {
    belongsTo: 'agreement',
    sql: `select a.id || '.' || to_char(m, 'YYYY-MM') as id, a.id as "of" from core.agreement a
           cross join generate_series(date_trunc('month', a.starts_on::timestamp), a.ends_on, interval '1 month') m
           where a.state = 'CONFIRMED'`,
  },
  PublishedReport: ofAgreement('published_report'),
  ReportAudit: ofAgreement('report_audit'),
  Assessment: ofAgreement('assessment'),
  AssessmentFinding: ofAgreement('assessment_finding'),
  Evaluation: ofAgreement('evaluation'),
  EvaluationGroup: ofAgreement('evaluation_item'),
  EvaluationItem: ofAgreement('evaluation_item'),
  SatisfactionSurvey: ofAgreement('satisfaction_survey'),
  SheetImport: ofAgreement('sheet_import'),

  Organisation: { belongsTo: 'directory', sql: 'select id, null::uuid as "of" from core.organisation' },

  Member: {
    belongsTo: 'organisation',
    sql: `select id, organisation_id as "of" from core.member where kind = 'PERSON'`,
  },
  ApiKey: {
    belongsTo: 'organisation',
    sql: `select id, organisation_id as "of" from core.member where kind = 'KEY'`,
  },
  // Of its organisation, and of the platform, which helps it.
  AdministratorReset: {
    belongsTo: 'helped',
    sql: 'select id, organisation_id as "of" from core.administrator_reset',
  },
  Webhook: { belongsTo: 'organisation', sql: 'select id, organisation_id as "of" from core.webhook' },
  Event: {
    belongsTo: 'organisation',
    sql: 'select event_id as id, organisation_id as "of" from core.webhook_delivery',
  },
  WebhookDelivery: {
    belongsTo: 'organisation',
    sql: 'select id, organisation_id as "of" from core.webhook_delivery',
  },
  Account: { belongsTo: 'organisation', sql: 'select id, organisation_id as "of" from core.member' },
  AuditEntry: { belongsTo: 'organisation', sql: 'select id, organisation_id as "of" from core.audit_entry' },
  Viewer: { belongsTo: 'oneself', sql: 'select id, null::uuid as "of" from core.member' },
};

const AGREEMENTS = `select a.id, a.organisation_id as operator, a.purchaser_id as purchaser, a.station_id as station,
  a.district_code as district, a.state,
  exists (select from core.agreement b where b.organisation_id = a.organisation_id and b.station_id = a.station_id
             and b.purchaser_id = a.purchaser_id and b.state in ('CONFIRMED', 'VOID')) as "isListed",
  array(select assessor_id::text from core.assessment s where s.agreement_id = a.id) as assessors from core.agreement a`;

/** Grows with every refusal, and few answers show it. */
const AUDIT_LOG = 'AuditEntry';

/** All entities of some kinds in one statement: it runs many times. */
const all = (kinds: readonly string[]): string =>
  kinds
    .map((kind) => `select '${kind}' as kind, id::text, "of"::text from (${ENTITIES[kind]!.sql}) it`)
    .join(' union all ');

interface Row {
  id: string;
  of: string | null;
}

type Query = <Row extends object>(sql: string) => Promise<Row[]>;

/** The test oracle: reads the database as superuser and computes what each may see of it, independently of the server. */
export class Oracle {
  private readonly seen = new Map<Person, Map<string, ReadonlySet<string>>>();

  private constructor(
    private readonly agreements: readonly AgreementFacts[],
    private readonly rows: ReadonlyMap<string, readonly Row[]>,
  ) {}

  static async read(query: Query, withAuditLog: boolean): Promise<Oracle> {
    const kinds = Object.keys(ENTITIES).filter((kind) => withAuditLog || kind !== AUDIT_LOG);
    const agreements = await query<AgreementFacts>(AGREEMENTS);
    const rows = new Map<string, Row[]>(Object.keys(ENTITIES).map((kind) => [kind, []]));
    for (const { kind, id, of } of await query<Row & { kind: string }>(all(kinds)))
      rows.get(kind)!.push({ id, of });
    return new Oracle(agreements, rows);
  }

  /** The ids of a kind that this person may see. */
  visible(kind: string, who: Person): ReadonlySet<string> {
    const known = this.seen.get(who) ?? new Map<string, ReadonlySet<string>>();
    this.seen.set(who, known);
    const ids = known.get(kind) ?? this.idsFor(kind, who);
    known.set(kind, ids);
    return ids;
  }

  private idsFor(kind: string, who: Person): ReadonlySet<string> {
    const entity = ENTITIES[kind];
    if (!entity) throw new Error(`${kind} has an id and no row: add it to ENTITIES in test/matrix/oracle.ts`);
    if (who.column === 'anonymous' || (NODE_TYPES.includes(kind) && !mayRead(kind, who))) return new Set();
    const seen = new Set(this.agreementsFor(who).map(({ id }) => id));
    const exists = {
      agreement: ({ of }) => seen.has(of!),
      cycle: ({ of }) => seen.has(of!) || isParty(who, of!),
      organisation: ({ of }) => of === who.organisationId,
      helped: ({ of }) =>
        of === who.organisationId || (who.column === 'platform' && who.role === MemberRole.ADMIN),
      directory: () => true,
      oneself: ({ id }) => id === who.memberId,
    } satisfies Record<Entity['belongsTo'], (row: Row) => boolean>;
    const rows = this.rows.get(kind)!.filter(exists[entity.belongsTo]);
    return new Set(rows.map(({ id }) => id));
  }

  agreementsFor(who: Person): AgreementFacts[] {
    return this.agreements.filter((agreement) => inScope(agreement, who));
  }

  /** The ids of a kind that are of one agreement or organisation. */
  of(kind: string, owner: string): string[] {
    return this.rows
      .get(kind)!
      .filter(({ of }) => of === owner)
      .map(({ id }) => id);
  }
}
