import type { Caller, Write } from '../access';
import type { AgreementService } from '../modules/agreement';
import type { MonthReportService } from '../modules/reporting';
import { statement } from '../platform/database/statement';
import type { Party } from './directory';
import { scopeOf } from './fill-registrations';
import type { City } from './plan';
import { monthsOf, type PlannedMonth } from './months';
import * as tables from './tables';

/** What is needed to keep what months say, as the API keeps it. */
export interface Keeping {
  agreements: AgreementService;
  reports: MonthReportService;
}

/** Hands in months, as the administrator of their operator; what they say is what is stored, as nothing changes any more. */
export async function fillMonths(
  city: City,
  operator: Party,
  transaction: Write,
  { caller, agreements, reports }: Keeping & { caller: Caller },
): Promise<void> {
  const months = plannedOf(city, (agreement) => agreement.operator === operator);
  const by = operator.administrator.id;
  // What one calendar month says of all agreements is read together: the loaders make a statement of each report.
  for (const together of groupedBy(months, ({ month }) => month).values()) {
    await Promise.all(
      together.map(async ({ agreement, month, snapshotId: id, handedInAt: at }) => {
        const row = await agreements.get(caller, agreement.id);
        await reports.keep(caller, transaction, row, month.slice(0, 7), { id, at });
      }),
    );
  }
  await tables.REPORT_MONTH.insert(
    transaction,
    months.map(({ agreement, month, dueOn, handedInAt: at, snapshotId }) => [
      ...scopeOf(agreement),
      month,
      'HANDED_IN',
      dueOn,
      at,
      at,
      at,
      operator.id,
      by,
      snapshotId,
    ]),
  );
  log(transaction, 'MONTH_HANDED_IN', operator, months, city);
}

const ACCEPT = statement(
  'generate.acceptMonths',
  `update core.report_month r set state = 'ACCEPTED', step_at = k.at, step_by = $5, step_member = $6
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[]) k(organisation_id, agreement_id, month, at)
    where r.organisation_id = k.organisation_id and r.agreement_id = k.agreement_id and r.month = k.month`,
);

/** Accepts months, as the administrator of their street. */
export async function acceptMonths(city: City, purchaser: Party, transaction: Write): Promise<void> {
  const months = plannedOf(city, (agreement) => agreement.purchaser === purchaser).filter(
    ({ acceptedAt }) => acceptedAt !== null,
  );
  await transaction.query(ACCEPT, [
    months.map(({ agreement }) => agreement.operator.id),
    months.map(({ agreement }) => agreement.id),
    months.map(({ month }) => month),
    months.map(({ acceptedAt }) => acceptedAt),
    purchaser.id,
    purchaser.administrator.id,
  ]);
  log(transaction, 'MONTH_ACCEPTED', purchaser, months, city);
}

function plannedOf(city: City, isOwn: (agreement: PlannedMonth['agreement']) => boolean): PlannedMonth[] {
  return city.agreements.filter(isOwn).flatMap((agreement) => monthsOf(city, agreement));
}

function log(
  transaction: Write,
  action: 'MONTH_HANDED_IN' | 'MONTH_ACCEPTED',
  party: Party,
  months: readonly PlannedMonth[],
  city: City,
): void {
  transaction.log({
    action,
    thing: 'Organisation',
    thingId: party.id,
    agreementIds: [...new Set(months.map(({ agreement }) => agreement.id))],
    after: { generated: city.options },
  });
}

function groupedBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
