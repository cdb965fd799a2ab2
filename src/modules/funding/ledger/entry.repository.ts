import type { Member, OrganisationKind } from '../../../access';
import type { Day } from '../../../platform/calendar';
import { Conditions } from '../../../platform/database/conditions';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { Page } from '../../../platform/graphql/connection';
import { type AgreementKey, type AgreementRow, type InstalmentCondition, SCOPE } from '../../agreement';
import type { Content, ValidEntry } from './entry.rules';
import { type Author, scopeOf } from '../plans/plan.repository';

/** A stored entry, with the data to validate a reversal or recognise a retry. */
export interface EntryRow extends AgreementKey {
  id: string;
  party: OrganisationKind;
  amount: string;
  note: string | null;
  reverses: string | null;
  reversedBy: string | null;
  content: Content;
}

/** An entry of a list. */
interface ListedEntry {
  id: string;
  party: OrganisationKind;
  amount: string;
  note: string | null;
  recordedAt: Date;
  reverses: string | null;
  reversedBy: string | null;
}

export interface ReceiptRow extends ListedEntry {
  condition: InstalmentCondition;
  /** Null: on an unknown day of the month. */
  receivedOn: Day | null;
  receivedMonth: string;
  knownBy: Day;
  paidOn: Day | null;
}

export interface ExpenditureRow extends ListedEntry {
  category: string;
  spentOn: Day;
}

export interface PaymentRow extends ListedEntry {
  fiscalYear: number;
  /** Null: on an unknown day of the year. */
  paidOn: Day | null;
  knownBy: Day;
}

const ENTRY = 'id, party, amount, note, recorded_at, recorded_by';

const reversedBy = (table: string): string => `(select v.id from core.${table} v
  where v.organisation_id = e.organisation_id and v.agreement_id = e.agreement_id and v.reverses = e.id)`;

/** An append-only ledger: receipts, expenditures or payments. */
export class Ledger<Row> {
  private readonly insertStatement;
  private readonly reverseStatement;
  private readonly byId;
  private readonly countStatement;

  constructor(
    /** GraphQL type of an entry. */
    readonly thing: string,
    private readonly table: string,
    private readonly day: string,
    private readonly columns: readonly string[],
    private readonly shown: string,
  ) {
    const own = columns.join(', ');
    const given = columns.map((_, at) => `$${String(12 + at)}`).join(', ');
    const content = columns.map((column) => `'${column}', e.${column}`).join(', ');
    const selected = `select e.organisation_id as "organisationId", e.agreement_id as "agreementId", e.id, e.party,
        e.amount, e.note, e.reverses, ${reversedBy(table)} as "reversedBy", json_build_object(${content}) as content
      from core.${table} e`;
    this.insertStatement = statement(
      `${table}.insert`,
      `insert into core.${table} (${SCOPE}, ${ENTRY}, ${own})
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ${given})`,
    );
    // All but the amount is copied, including the day, so that figures of any range of days are corrected.
    this.reverseStatement = statement(
      `${table}.reverse`,
      `insert into core.${table} (${SCOPE}, ${ENTRY}, reverses, reversed_amount, ${own})
       select ${SCOPE}, $3, party, -amount, $4, $5, $6, id, amount, ${own}
         from core.${table} where organisation_id = $1 and id = $2`,
    );
    this.byId = statement<EntryRow>(`${table}.byId`, `${selected} where e.id = $1`);
    this.countStatement = statement<{ count: number }>(
      `${table}.count`,
      `select count(*)::int as count from core.${table} where organisation_id = $1 and agreement_id = $2`,
    );
  }

  /** Adds an entry to the ledger of an agreement. */
  async insert(
    transaction: Transaction,
    agreement: AgreementRow,
    id: string,
    party: string,
    { amount, note, content }: Omit<ValidEntry, 'idempotencyKey'>,
    { memberId, at }: Author,
  ): Promise<void> {
    const values = [id, party, amount, note, at, memberId];
    const own = this.columns.map((column) => content[column]);
    await transaction.query(this.insertStatement, [...scopeOf(agreement), ...values, ...own]);
  }

  /** Adds the reversal of an entry. */
  async reverse(
    transaction: Transaction,
    entry: EntryRow,
    id: string,
    reason: string,
    { memberId, at }: Author,
  ): Promise<void> {
    const values = [entry.organisationId, entry.id, id, reason, at, memberId];
    await transaction.query(this.reverseStatement, values);
  }

  /** An entry within the scope, or null. */
  async find(transaction: Transaction, id: string): Promise<EntryRow | null> {
    const [row] = await transaction.query(this.byId, [id]);
    return row ?? null;
  }

  /** A page of an agreement's entries, latest day first. */
  async page(member: Member, { organisationId, agreementId }: AgreementKey, page: Page): Promise<Row[]> {
    const where = new Conditions([organisationId, agreementId, page.size + 1]).after(
      page.after,
      `e.${this.day}, e.id`,
      ['date', 'uuid'],
      '<',
    );
    return member.read(
      where.statement<Row>(
        `${this.table}.page`,
        `select e.id, e.party, e.amount, e.note, e.recorded_at as "recordedAt", e.reverses,
                ${reversedBy(this.table)} as "reversedBy", ${this.shown}
           from core.${this.table} e where e.organisation_id = $1 and e.agreement_id = $2 and ${where.sql}
          order by e.${this.day} desc, e.id desc limit $3`,
      ),
      where.values,
    );
  }

  async count(member: Member, { organisationId, agreementId }: AgreementKey): Promise<number> {
    const rows = await member.read(this.countStatement, [organisationId, agreementId]);
    return rows[0]?.count ?? 0;
  }
}

export const receipts = new Ledger<ReceiptRow>(
  'Receipt',
  'receipt',
  'received_on',
  ['condition', 'received_on', 'paid_on', 'received_by_month', 'paid_by_month'],
  `e.condition, case when not e.received_by_month then e.received_on end as "receivedOn",
   to_char(e.received_on, 'YYYY-MM') as "receivedMonth", e.received_on as "knownBy",
   case when not e.paid_by_month then e.paid_on end as "paidOn"`,
);
export const expenditures = new Ledger<ExpenditureRow>(
  'Expenditure',
  'expenditure',
  'spent_on',
  ['category', 'spent_on'],
  'e.category, e.spent_on as "spentOn"',
);
export const payments = new Ledger<PaymentRow>(
  'Payment',
  'payment',
  'known_by',
  ['fiscal_year', 'paid_on', 'known_by'],
  'e.fiscal_year as "fiscalYear", e.paid_on as "paidOn", e.known_by as "knownBy"',
);

const SPENT_IN = statement<{ category: string }>(
  'expenditure.categories',
  'select distinct category from core.expenditure where organisation_id = $1 and agreement_id = $2 order by category',
);

/** The categories of an agreement's expenditures, as spelled. */
export async function readSpentCategories(
  transaction: Transaction,
  { organisationId, id }: AgreementRow,
): Promise<string[]> {
  const rows = await transaction.query(SPENT_IN, [organisationId, id]);
  return rows.map(({ category }) => category);
}
