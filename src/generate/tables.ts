import { type Statement, statement } from '../platform/database/statement';
import type { Transaction } from '../platform/database/tenant-scope';

/** A table that is filled in batches, one statement each. */
export class Table {
  private readonly insertion: Statement;
  private readonly width: number;

  /** `columns` are names and types, as in a CREATE TABLE. */
  constructor(name: string, columns: string, conflict = '') {
    const pairs = columns.split(',').map((column) => column.trim().split(/\s+/));
    this.width = pairs.length;
    this.insertion = statement(
      `generate.${name} ${pairs.length}`,
      `insert into core.${name} (${pairs.map(([column]) => column).join(', ')})
       select * from unnest(${pairs.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')}) ${conflict}`,
    );
  }

  async insert({ query }: Pick<Transaction, 'query'>, rows: readonly (readonly unknown[])[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = Array.from({ length: this.width }, (_, at) => rows.map((row) => row[at] ?? null));
    await query(this.insertion, columns);
  }
}

/** The scope columns of a row of an agreement. */
const SCOPE =
  'organisation_id uuid, agreement_id uuid, station_id uuid, purchaser_id uuid, district_code text';
const ENTRY = 'id uuid, party text, amount numeric, recorded_at timestamptz, recorded_by uuid';
const PART = 'id uuid, position integer';
const SET = 'set_at timestamptz, set_by uuid';

const scoped = (name: string, columns: string): Table => new Table(name, `${SCOPE}, ${columns}`);

export const ORGANISATION = new Table(
  'organisation',
  'id uuid, kind text, name text, short_name text, district_code text, administered boolean, created_at timestamptz',
);
// No role may read the stations to see which of them exist.
export const STATION = new Table(
  'station',
  'id uuid, district_code text, name text, street text, created_at timestamptz',
  'on conflict do nothing',
);
export const STATION_ACCESS = new Table(
  'station_access',
  'organisation_id uuid, station_id uuid, purchaser_id uuid, district_code text, name text, street text',
);
const REGISTRATION = `organisation_id uuid, id uuid, station_id uuid, purchaser_id uuid, district_code text,
  service_model text, starts_on date, ends_on date, annual_fee numeric, required_posts numeric,
  required_certified_share numeric, registered_by uuid, state text, proposed_by uuid`;
// One proposes now, whatever the day of the city: a proposal lapses.
export const PROPOSAL = new Table('agreement', REGISTRATION);
export const AGREEMENT = new Table('agreement', `${REGISTRATION}, registered_at timestamptz`);
export const TERM = scoped('term', `${PART}, name text, starts_on date, ends_on date, confirmed boolean`);
export const PROJECT = scoped('project', `${PART}, kind text, domain text, name text`);
export const ZONE = scoped('zone', `${PART}, name text`);
export const POINT = scoped('point', `${PART}, name text, zone_id uuid`);
export const INSTALMENT = scoped('instalment', `${PART}, condition text, share numeric`);
export const TARGET = scoped(
  'target',
  `term_id uuid, zone_id uuid, project_id uuid, indicator_code text, measure_code text, value numeric, ${SET}`,
);
export const STAFF_MEMBER = scoped(
  'staff_member',
  `id uuid, ordinal integer, code text, kind text, practising_since date, zone_id uuid, second_zone_id uuid,
   enrolled_at timestamptz, enrolled_by uuid`,
);
export const STAFF_IDENTITY = scoped('staff_identity', 'member_id uuid, name text');
export const STAFF_SPELL = scoped(
  'staff_spell',
  'id uuid, member_id uuid, employed_from date, employed_to date',
);
export const STAFF_CERTIFICATE = scoped('staff_certificate', 'member_id uuid, level text, passed_on date');
export const BUDGET = scoped('budget', `version integer, ${SET}`);
export const BUDGET_LINE = scoped(
  'budget_line',
  'version integer, position integer, category text, amount numeric',
);
export const FUNDING_SOURCE = scoped(
  'funding_source',
  `version integer, level text, amount numeric, party text, ${SET}`,
);
export const RECEIPT = scoped('receipt', `${ENTRY}, condition text, received_on date, paid_on date`);
export const EXPENDITURE = scoped('expenditure', `${ENTRY}, category text, spent_on date`);
export const FISCAL_BUDGET = scoped(
  'fiscal_budget',
  `fiscal_year integer, version integer, amount numeric, recall_share numeric, recall_by date, ${SET}`,
);
export const PAYMENT = scoped('payment', `${ENTRY}, fiscal_year integer, paid_on date, known_by date`);
export const ASSESSMENT = scoped(
  'assessment',
  `id uuid, kind text, from_day date, to_day date, assessor_id uuid, opened_at timestamptz, opened_by uuid`,
);
export const ASSESSMENT_SCORE = scoped(
  'assessment_score',
  'assessment_id uuid, party text, score numeric, scored_at timestamptz, scored_by uuid',
);
export const REPORT_MONTH = scoped(
  'report_month',
  `month date, state text, due_on date, first_handed_in_at timestamptz, handed_in_at timestamptz, step_at timestamptz,
  step_by uuid, step_member uuid, snapshot_id uuid`,
);
