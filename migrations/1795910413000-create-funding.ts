import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, type Limit, limitDays, unlessReversal, yearWithin } from './baseline/day-limits';
import { nameKeyColumn, refuseInvisibleNames } from './baseline/name-keys';
import {
  createTenantPolicies,
  type Grants,
  READ_BY_ALL,
  type ViewerRole,
} from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

/** The roles that write about money, and the party that each represents. */
const PARTIES = { app_operator: 'OPERATOR', app_purchaser: 'PURCHASER' } as const;
type Writer = keyof typeof PARTIES & ViewerRole;

const PARTY = `party text not null check (party in ('OPERATOR', 'PURCHASER'))`;
const SET = `
  set_at timestamptz not null,
  set_by uuid not null`;
const MONEY = 'numeric(14, 2)';
const FISCAL_YEAR = 'fiscal_year integer not null check (fiscal_year between 1 and 9999)';

interface Ledger {
  name: string;
  columns: string;
  /** The day by which entries are summed. */
  day: string;
  limits: Limit[];
  text: string[];
  writers: Writer[];
}

const LEDGERS: Ledger[] = [
  {
    name: 'receipt',
    columns: `
        condition   text not null,
        received_on date not null,
        paid_on     date not null check (paid_on <= received_on),
        foreign key (organisation_id, agreement_id, condition)
          references core.instalment (organisation_id, agreement_id, condition)`,
    day: 'received_on',
    limits: [dayWithin('received_on'), dayWithin('paid_on')],
    text: ['note'],
    writers: ['app_operator', 'app_purchaser'],
  },
  {
    name: 'expenditure',
    columns: `
        category text collate "C" not null check (length(category) between 1 and 100),
        spent_on date not null`,
    day: 'spent_on',
    limits: [dayWithin('spent_on')],
    text: ['category', 'note'],
    writers: ['app_operator'],
  },
  {
    // The date of a payment may be unknown but for its year: known_by is the first day by which it was certainly made.
    name: 'payment',
    columns: `
        ${FISCAL_YEAR},
        paid_on  date,
        known_by date not null,
        check (known_by = coalesce(paid_on, known_by))`,
    day: 'known_by',
    limits: [yearWithin('fiscal_year'), dayWithin('paid_on'), dayWithin('known_by')],
    text: ['note'],
    writers: ['app_purchaser'],
  },
];

/**
 * Money: plans that are replaced by a new version (budget, funding sources, the street's fiscal year), and append-only
 * entries (receipts, expenditures, payments). No role may change or remove a row of either.
 */
export class CreateFunding1795910413000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createBudget(runner);
    await this.createSources(runner);
    await this.createFiscalBudget(runner);
    for (const ledger of LEDGERS) await this.createLedger(runner, ledger);
  }

  /** The operator's budget by category. */
  private async createBudget(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.budget (${SCOPE_COLUMNS},
        version integer not null check (version >= 1),
        ${SET},
        primary key (organisation_id, agreement_id, version),
        ${SCOPE_KEY}
      )`);
    await runner.query(`
      create table core.budget_line (${SCOPE_COLUMNS},
        version  integer not null,
        position integer not null check (position >= 0),
        category text collate "C" not null check (length(category) between 1 and 100),
        amount   ${MONEY} not null check (amount > 0 and amount <= 1000000000),
        primary key (organisation_id, agreement_id, version, position),
        foreign key (organisation_id, agreement_id, version)
          references core.budget (organisation_id, agreement_id, version),
        ${SCOPE_KEY},
        ${nameKeyColumn('category')}
      )`);
    await refuseInvisibleNames(runner, 'budget_line', 'category');
    await runner.query(`
      create unique index budget_line_category_alike
      on core.budget_line (organisation_id, agreement_id, version, category_key)`);
    await disableStatistics(runner, 'budget_line', ['category', 'category_key']);
    await this.createWriterPolicies(runner, 'core.budget', ['app_operator'], false);
    await this.createWriterPolicies(runner, 'core.budget_line', ['app_operator'], false);
  }

  /** The shares of the fee by funding source. */
  private async createSources(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.funding_source (${SCOPE_COLUMNS},
        version integer not null check (version >= 1),
        level   text not null check (level in ('CITY', 'DISTRICT')),
        amount  ${MONEY} not null check (amount > 0 and amount <= 1000000000),
        ${PARTY},
        ${SET},
        primary key (organisation_id, agreement_id, version, level),
        ${SCOPE_KEY}
      )`);
    await this.createWriterPolicies(runner, 'core.funding_source', ['app_operator', 'app_purchaser'], true);
  }

  /** The street's own budget of a calendar year, and the share of it that must be paid by a day. */
  private async createFiscalBudget(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.fiscal_budget (${SCOPE_COLUMNS},
        ${FISCAL_YEAR},
        version      integer not null check (version >= 1),
        amount       ${MONEY} not null check (amount > 0 and amount <= 1000000000),
        recall_share numeric(7, 6) check (recall_share > 0 and recall_share <= 1),
        recall_by    date check (extract(year from recall_by) = fiscal_year),
        ${SET},
        primary key (organisation_id, agreement_id, fiscal_year, version),
        ${SCOPE_KEY},
        check ((recall_share is null) = (recall_by is null))
      )`);
    await this.createWriterPolicies(runner, 'core.fiscal_budget', ['app_purchaser'], false);
    await limitDays(runner, 'fiscal_budget', [yearWithin('fiscal_year'), dayWithin('recall_by')]);
  }

  /**
   * An entry is corrected by another of the opposite amount that references it: foreign and unique keys ensure
   * that it has the same party and exactly the opposite amount, that it reverses no reversal, and that there is at most
   * one.
   */
  private async createLedger(
    runner: QueryRunner,
    { name, columns, day, limits, text, writers }: Ledger,
  ): Promise<void> {
    const table = `core.${name}`;
    await runner.query(`
      create table ${table} (${SCOPE_COLUMNS},
        id              uuid not null,
        ${PARTY},
        amount          ${MONEY} not null check (amount <> 0 and abs(amount) <= 1000000000),
        reverses        uuid,
        reversed_amount ${MONEY} check (reversed_amount = -amount),
        note            text check (length(note) between 1 and 2000),
        recorded_at     timestamptz not null,
        recorded_by     uuid not null,
        ${columns},
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id, party, amount),
        unique (organisation_id, agreement_id, reverses),
        foreign key (organisation_id, agreement_id, reverses, party, reversed_amount)
          references ${table} (organisation_id, agreement_id, id, party, amount),
        ${SCOPE_KEY},
        check ((reverses is null) = (amount > 0) and (reverses is null) = (reversed_amount is null)),
        check (reverses is null or note is not null)
      )`);
    await runner.query(`create index on ${table} (id)`);
    await runner.query(`create index on ${table} (organisation_id, agreement_id, ${day}, id)`);
    await disableStatistics(runner, name, text);
    await this.createWriterPolicies(runner, table, writers, true);
    await limitDays(runner, name, limits.map(unlessReversal));
  }

  /**
   * All read within their scope; an administrator of a writing party inserts for its own organisation; no one updates.
   */
  private async createWriterPolicies(
    runner: QueryRunner,
    table: string,
    writers: readonly Writer[],
    signed: boolean,
  ): Promise<void> {
    const grants: Grants = { ...READ_BY_ALL };
    for (const role of writers) grants[role] = 'select, insert';
    await createTenantPolicies(runner, table, grants);
    for (const role of writers) {
      const own = signed ? ` and party = '${PARTIES[role]}'` : '';
      await runner.query(`
        create policy ${role}_adds_its_own on ${table} as restrictive for insert to ${role}
        with check ((select scope.administers())${own})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table core.payment, core.expenditure, core.receipt, core.fiscal_budget, core.funding_source, core.budget_line, core.budget',
    );
  }
}
