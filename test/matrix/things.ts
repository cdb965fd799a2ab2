import { type Column, mayRead, NODE_TYPES } from './verdicts';
import type { Person } from './support/people';

/** An agreement, as far as it decides who may see what belongs to it. */
export interface AgreementFacts {
  id: string;
  operator: string;
  purchaser: string;
  station: string;
  district: string;
  /** Organisations that assess it. */
  assessors: string[];
}

/** Whose agreements are whose: design.md §4, the row "scope". Whoever is limited to stations sees theirs alone. */
const SCOPE: Record<Column, (agreement: AgreementFacts, who: Person) => boolean> = {
  operator: (agreement, who) => agreement.operator === who.organisationId,
  purchaser: (agreement, who) => agreement.purchaser === who.organisationId,
  bureau: (agreement, who) => agreement.district === who.district,
  city: () => true,
  // The city's centre: all. To that of a district nothing can be assigned.
  mentoring: (_, who) => who.district === null,
  assessor: (agreement, who) => agreement.assessors.includes(who.organisationId),
  platform: () => false,
  outside: () => false,
};

function inScope(agreement: AgreementFacts, who: Person): boolean {
  return SCOPE[who.column](agreement, who) && (who.stations?.includes(agreement.station) ?? true);
}

/** Where things of a kind are kept, and by what their being there for somebody is decided. */
interface Thing {
  belongsTo: 'agreement' | 'organisation' | 'directory' | 'oneself';
  /** Yields id and, where it belongs to one, the agreement or organisation as "of". */
  sql: string;
}

const ofAgreement = (table: string): Thing => ({
  belongsTo: 'agreement',
  sql: `select id, agreement_id as "of" from core.${table}`,
});

/**
 * Everything that has an id: each GraphQL type with a field `id` needs a row. Operator and Purchaser are organisations
 * as parties, by whom agreements and stations are found.
 */
export const THINGS: Record<string, Thing> = {
  Agreement: { belongsTo: 'agreement', sql: 'select id, id as "of" from core.agreement' },
  Station: { belongsTo: 'agreement', sql: 'select station_id as id, id as "of" from core.agreement' },
  Operator: { belongsTo: 'agreement', sql: 'select organisation_id as id, id as "of" from core.agreement' },
  Purchaser: { belongsTo: 'agreement', sql: 'select purchaser_id as id, id as "of" from core.agreement' },
  Term: ofAgreement('term'),
  Zone: ofAgreement('zone'),
  Point: ofAgreement('point'),
  Project: ofAgreement('project'),
  ServiceRecord: ofAgreement('service_record'),
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
  Assessment: ofAgreement('assessment'),
  AssessmentFinding: ofAgreement('assessment_finding'),
  Evaluation: ofAgreement('evaluation'),
  EvaluationGroup: ofAgreement('evaluation_item'),
  EvaluationItem: ofAgreement('evaluation_item'),
  SatisfactionSurvey: ofAgreement('satisfaction_survey'),

  Organisation: { belongsTo: 'directory', sql: 'select id, null::uuid as "of" from core.organisation' },

  Member: {
    belongsTo: 'organisation',
    sql: `select id, organisation_id as "of" from core.member where kind = 'PERSON'`,
  },
  ApiKey: {
    belongsTo: 'organisation',
    sql: `select id, organisation_id as "of" from core.member where kind = 'KEY'`,
  },
  Account: { belongsTo: 'organisation', sql: 'select id, organisation_id as "of" from core.member' },
  AuditEntry: { belongsTo: 'organisation', sql: 'select id, organisation_id as "of" from core.audit_entry' },
  Viewer: { belongsTo: 'oneself', sql: 'select id, null::uuid as "of" from core.member' },
};

const AGREEMENTS = `select a.id, a.organisation_id as operator, a.purchaser_id as purchaser, a.station_id as station,
  a.district_code as district,
  array(select assessor_id::text from core.assessment s where s.agreement_id = a.id) as assessors from core.agreement a`;

/** All things in one statement: it is asked over and over. */
const ALL = Object.entries(THINGS)
  .map(([kind, { sql }]) => `select '${kind}' as kind, id, "of" from (${sql}) it`)
  .join(' union all ');

interface Row {
  id: string;
  of: string | null;
}

type Query = <Row extends object>(sql: string) => Promise<Row[]>;

/** What is in the database at the moment, seen past the wall: what each may see of it is worked out here. */
export class Truth {
  private constructor(
    private readonly agreements: readonly AgreementFacts[],
    private readonly rows: ReadonlyMap<string, readonly Row[]>,
  ) {}

  static async read(query: Query): Promise<Truth> {
    const agreements = await query<AgreementFacts>(AGREEMENTS);
    const rows = new Map<string, Row[]>(Object.keys(THINGS).map((kind) => [kind, []]));
    for (const { kind, id, of } of await query<Row & { kind: string }>(ALL)) rows.get(kind)!.push({ id, of });
    return new Truth(agreements, rows);
  }

  /** The ids of a kind that exist for whoever asks. */
  visible(kind: string, who: Person): Set<string> {
    const thing = THINGS[kind];
    if (!thing) throw new Error(`${kind} has an id and no row: add it to THINGS in test/matrix/things.ts`);
    if (who.column === 'outside' || (NODE_TYPES.includes(kind) && !mayRead(kind, who))) return new Set();
    const seen = new Set(this.agreementsFor(who).map(({ id }) => id));
    const exists = {
      agreement: ({ of }) => seen.has(of!),
      organisation: ({ of }) => of === who.organisationId,
      directory: () => true,
      oneself: ({ id }) => id === who.memberId,
    } satisfies Record<Thing['belongsTo'], (row: Row) => boolean>;
    return new Set(
      this.rows
        .get(kind)!
        .filter(exists[thing.belongsTo])
        .map(({ id }) => id),
    );
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
