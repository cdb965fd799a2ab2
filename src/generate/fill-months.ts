import type { Write } from '../access';
import { statement } from '../platform/database/statement';
import type { Party } from './directory';
import { scopeOf } from './fill-registrations';
import type { City } from './plan';
import { monthsOf, type PlannedMonth } from './months';
import * as tables from './tables';

/** Hands in months, as the administrator of their operator; what they say is what stands, as nothing changes any more. */
export async function fillMonths(city: City, operator: Party, transaction: Write): Promise<void> {
  const months = plannedOf(city, (agreement) => agreement.operator === operator);
  const by = operator.administrator.id;
  await tables.REPORT_MONTH.insert(
    transaction,
    months.map(({ agreement, month, dueOn, handedInAt: at }) => [
      ...scopeOf(agreement),
      ...[month, 'HANDED_IN', dueOn, at, at, at, operator.id, by],
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
