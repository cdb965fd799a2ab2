import type { Write } from '../access';
import { statement } from '../platform/database/statement';
import type { Party } from './directory';
import { type Parts, partsOf } from './parts';
import type { City, PlannedAgreement, Renewal } from './plan';
import * as tables from './tables';

/** An agreement with its parts. */
export interface Registered {
  agreement: PlannedAgreement;
  parts: Parts;
}

/** The scope columns of every row of an agreement. */
export function scopeOf({ operator, id, station, purchaser }: PlannedAgreement): string[] {
  return [operator.id, id, station.id, purchaser.id, station.districtCode];
}

/** The rows of each agreement in a table, with the scope columns before each. */
export function rowsOf<Draft extends Registered>(
  drafts: readonly Draft[],
  rows: (draft: Draft) => readonly (readonly unknown[])[],
): unknown[][] {
  return drafts.flatMap((draft) => {
    const scope = scopeOf(draft.agreement);
    return rows(draft).map((row) => [...scope, ...row]);
  });
}

const registered = (city: City, agreements: readonly PlannedAgreement[]): Registered[] =>
  agreements.map((agreement) => ({ agreement, parts: partsOf(city, agreement) }));

/**
 * Registers the agreements of a district, as its bureau, in one transaction: they are confirmed with that. Those that it
 * should never have registered are void afterwards.
 */
export async function fillRegistrations(city: City, bureau: Party, transaction: Write): Promise<void> {
  const ofDistrict = ({ station }: PlannedAgreement): boolean => station.districtCode === bureau.districtCode;
  const own = city.agreements.filter(ofDistrict);
  const wrong = city.renewals.filter((renewal) => renewal.state === 'VOID' && ofDistrict(renewal));
  const met = new Map(
    own.map(({ operator, station, purchaser }) => [
      `${operator.id} ${station.id}`,
      [operator.id, station.id, purchaser.id, station.districtCode, station.name, station.street],
    ]),
  );
  await tables.STATION_ACCESS.insert(transaction, [...met.values()]);
  await register(transaction, bureau, 'CONFIRMED', registered(city, [...own, ...wrong]));
  await end(transaction, wrong, bureau, '重复登记');
  transaction.log({
    action: 'AGREEMENT_REGISTERED',
    thing: 'Organisation',
    thingId: bureau.id,
    agreementIds: own.map(({ id }) => id),
    after: { generated: city.options },
  });
}

/** Proposes an operator's renewals, as its administrator. */
export async function propose(city: City, operator: Party, transaction: Write): Promise<void> {
  const own = city.renewals.filter((one) => one.operator === operator && one.state !== 'VOID');
  await register(transaction, operator, 'PROPOSED', registered(city, own));
}

/** Declines the renewals that a street does not want, as its administrator. */
export async function decline(city: City, purchaser: Party, transaction: Write): Promise<void> {
  const own = city.renewals.filter((one) => one.purchaser === purchaser && one.state === 'DECLINED');
  await end(transaction, own, purchaser, '经费未定');
}

const END = statement(
  'generate.end',
  `update core.agreement a set state = e.state, state_reason = $4, ended_by = $3
     from unnest($1::uuid[], $2::uuid[], $5::text[]) as e(organisation_id, id, state)
    where a.organisation_id = e.organisation_id and a.id = e.id`,
);

async function end(
  transaction: Write,
  renewals: readonly Renewal[],
  by: Party,
  reason: string,
): Promise<void> {
  if (renewals.length === 0) return;
  await transaction.query(END, [
    renewals.map(({ operator }) => operator.id),
    renewals.map(({ id }) => id),
    by.id,
    reason,
    renewals.map(({ state }) => state),
  ]);
}

/** Writes agreements as a party or a bureau registers them: with their parts and targets. */
async function register(
  transaction: Write,
  by: Party,
  state: 'PROPOSED' | 'CONFIRMED',
  drafts: readonly Registered[],
): Promise<void> {
  const agreements = drafts.map(({ agreement }) => [
    ...scopeOf(agreement),
    agreement.model,
    agreement.startsOn,
    agreement.endsOn,
    agreement.annualFee,
    agreement.posts,
    '0.6',
    by.administrator.id,
    state,
    by.id,
    agreement.registeredAt,
  ]);
  if (state === 'CONFIRMED') await tables.AGREEMENT.insert(transaction, agreements);
  else await tables.PROPOSAL.insert(transaction, agreements);
  await tables.TERM.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.terms.map(({ id, name, startsOn, endsOn }, at) => [
        id,
        at,
        name,
        startsOn,
        endsOn,
        state === 'CONFIRMED',
      ]),
    ),
  );
  await tables.PROJECT.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.projects.map(({ id, kind, domain, name }, at) => [id, at, kind, domain, name]),
    ),
  );
  await tables.ZONE.insert(
    transaction,
    rowsOf(drafts, ({ parts }) => parts.zones.map(({ id, name }, at) => [id, at, name])),
  );
  await tables.POINT.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.zones
        .flatMap((zone) => zone.points.map((point) => ({ ...point, zoneId: zone.id })))
        .map(({ id, name, zoneId }, at) => [id, at, name, zoneId]),
    ),
  );
  await tables.INSTALMENT.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.instalments.map(({ id, condition, hundredths }, at) => [id, at, condition, hundredths / 100]),
    ),
  );
  await tables.TARGET.insert(
    transaction,
    rowsOf(drafts, ({ agreement, parts }) =>
      parts.targets.map(({ termId, zoneId, projectId, indicator, measure, value }) => [
        termId,
        zoneId,
        projectId,
        indicator,
        measure,
        value,
        agreement.registeredAt,
        by.administrator.id,
      ]),
    ),
  );
}
