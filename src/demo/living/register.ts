import type { Caller } from '../../access';
import type { Services } from '../../api';
import { type AgreementRow, keyOf, type RegisterAgreementInput, ServiceModel } from '../../modules/agreement';
import type { Day } from '../../platform/calendar';
import { type Year, type Years, yearsFrom, yearsOn } from './days';
import { INSTALMENTS } from './plan-money';
import { targetsOf } from './plan-records';
import { ANNUAL_FEE, CERTIFIED_SHARE, POSTS, STATION, ZONES } from './station';

export interface Parties {
  operatorId: string;
  purchaserId: string;
}

/** The agreement of a year, and the ids of its zones and points by name. */
export interface Registered {
  row: AgreementRow;
  ids: ReadonlyMap<string, string>;
  /** How many steps have been taken with each month, YYYY-MM. */
  steps: ReadonlyMap<string, number>;
}

const PAGE = { first: 10, after: null };

/** The agreements of the invented station that the caller may see, the latest first. */
export async function agreementsOfStation(
  { agreements, stations }: Services,
  caller: Caller,
): Promise<AgreementRow[]> {
  const [station] = (await stations.list(caller, { nameContains: STATION.name }, PAGE)).nodes;
  return station ? (await agreements.listOfStation(caller, station.id, PAGE)).nodes : [];
}

/**
 * Registers the agreements of both years as the bureau; returns the years. An interrupted load goes on with those that it
 * registered, on a later day as well.
 */
export async function registerYears(
  services: Services,
  caller: Caller,
  parties: Parties,
  today: Day,
): Promise<Years> {
  const registered = (await agreementsOfStation(services, caller)).map(({ startsOn }) => startsOn).sort();
  const [first] = registered;
  const planned = yearsOn(today);
  const years = first === undefined ? planned : yearsFrom(nextYear(first));
  for (const year of [years.earlier, years.current]) {
    if (registered.includes(year.startsOn)) continue;
    const [known] = await agreementsOfStation(services, caller);
    const station = known ? { stationId: known.stationId } : { newStation: STATION };
    await services.registration.register(caller, { ...registrationOf(year), ...parties, ...station });
  }
  return years;
}

function nextYear(startsOn: Day): Day {
  return `${Number(startsOn.slice(0, 4)) + 1}${startsOn.slice(4)}`;
}

function registrationOf(year: Year): Omit<RegisterAgreementInput, keyof Parties> {
  const { startsOn, endsOn } = year;
  const term = '年度';
  return {
    startsOn,
    endsOn,
    annualFee: ANNUAL_FEE,
    serviceModel: ServiceModel.STATION_ZONE_POINT,
    requiredPosts: String(POSTS),
    requiredCertifiedShare: CERTIFIED_SHARE,
    zones: ZONES.map(({ name, points }) => ({ name, points })),
    terms: [{ name: term, startsOn, endsOn }],
    instalments: INSTALMENTS.map(({ condition, share }) => ({ condition, share })),
    targets: targetsOf(year).map((target) => ({ ...target, term })),
    signedOn: startsOn,
  };
}

/** What the steps of a year name, as the operator sees it. */
export async function registered(
  services: Services,
  caller: Caller,
  { startsOn }: Year,
): Promise<Registered> {
  const row = (await agreementsOfStation(services, caller)).find((one) => one.startsOn === startsOn);
  if (!row) throw new Error(`the invented station has no agreement from ${startsOn} on`);
  const { zones, points } = await services.agreements.zonesAndPoints(caller, keyOf(row));
  const months = await services.months.listOf(caller, row);
  const steps = await Promise.all(
    months.map(async (month) => [month.month, (await services.months.events(caller, month)).length] as const),
  );
  return {
    row,
    ids: new Map([...zones, ...points].map(({ name, id }) => [name, id])),
    steps: new Map(steps),
  };
}
