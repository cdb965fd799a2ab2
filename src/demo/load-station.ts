import type { Caller } from '../access';
import type { Services } from '../api';
import { BrokenRules } from '../platform/faults';
import { trimmed } from '../platform/decimal';
import {
  InstalmentCondition,
  ProjectKind,
  type RegisterAgreementInput,
  ServiceDomain,
  ServiceModel,
  keyOf,
} from '../modules/agreement';
import type { StationFacts } from './facts';
import { loadStaff } from './load-staff';

interface Parties {
  operatorId: string;
  purchaserId: string;
}

/** An agreement that was registered, and the ids of its zones by name. */
interface Registered {
  id: string;
  zoneId: (name: string | undefined) => string | null;
}

/** Registers a station's agreement with its targets, as the bureau. Idempotent. */
export async function registerStation(
  { registration }: Services,
  caller: Caller,
  facts: StationFacts,
  parties: Parties,
): Promise<void> {
  try {
    await registration.register(caller, { ...registrationOf(facts), ...parties });
  } catch (error) {
    // An earlier load that was interrupted has registered it.
    const known =
      error instanceof BrokenRules && error.faults.every(({ code }) => code === 'STATION_NAME_TAKEN');
    if (!known) throw error;
  }
}

/** Records the figures of a station and enrols its staff, as its operator. Idempotent. */
export async function loadStation(
  services: Services,
  caller: Caller,
  facts: StationFacts,
  parties: Parties,
): Promise<void> {
  const { recording } = services;
  const agreement = await findRegistered(services, caller, facts);
  const figures = facts.agreement.terms.flatMap((term) => term.figures.map((figure) => ({ term, figure })));
  // A figure above zero is one record, dated the last day that the report covers: the source has no further detail.
  const done = figures.filter(({ figure }) => Number(figure.completed ?? 0) > 0);
  await recording.record(caller, {
    agreementId: agreement.id,
    records: done.map(({ term, figure }) => ({
      indicator: figure.indicator,
      zoneId: agreement.zoneId(figure.zone),
      occurredOn: term.assessedTo ?? term.endsOn,
      quantities: [{ measure: figure.measure, value: decimal(figure.completed) }],
      idempotencyKey: ['report', term.name, figure.indicator, figure.measure, figure.zone ?? ''].join(' '),
    })),
  });
  const key = { organisationId: parties.operatorId, agreementId: agreement.id };
  await loadStaff(services, caller, key, facts.agreement, (name) => agreement.zoneId(name));
}

function decimal(value: number | string | null): string {
  return trimmed(String(value));
}

function registrationOf({
  agreement,
  station,
  street,
  district,
}: StationFacts): Omit<RegisterAgreementInput, keyof Parties> {
  return {
    newStation: { name: station.name, street, districtCode: district.code },
    serviceModel: ServiceModel[agreement.serviceModel],
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn,
    annualFee: agreement.annualFee,
    requiredPosts: agreement.requiredPosts ?? null,
    requiredCertifiedShare: agreement.requiredCertifiedShare ?? null,
    projects: (agreement.projects ?? []).map(({ kind, domain, name }) => ({
      kind: ProjectKind[kind],
      domain: domain ? ServiceDomain[domain] : null,
      name,
    })),
    zones: (agreement.zones ?? []).map(({ name, points }) => ({ name, points })),
    points: agreement.points ?? [],
    // Some reports are of a part of the agreement.
    allowGaps: true,
    terms: agreement.terms.map(({ name, startsOn, endsOn }) => ({ name, startsOn, endsOn })),
    instalments: (agreement.paymentSchedule ?? []).map(({ when, share }) => ({
      condition: InstalmentCondition[when],
      share,
    })),
    targets: agreement.terms.flatMap((term) =>
      term.figures
        // Without a word on what was done of it, a target would be shown beside a completed 0 that nobody has reported.
        .filter(({ target, completed }) => target !== null && completed !== null)
        .map(({ zone, indicator, measure, target }) => ({
          term: term.name,
          zone: zone ?? null,
          indicator,
          measure,
          value: decimal(target),
        })),
    ),
  };
}

/** The agreement of a station of the demo, as its operator sees it. */
export async function findRegistered(
  { stations, agreements }: Services,
  caller: Caller,
  facts: StationFacts,
): Promise<Registered> {
  const page = { first: 100, after: null };
  const [station] = (await stations.list(caller, { nameContains: facts.station.name }, page)).nodes;
  const own = station && (await agreements.listOfStation(caller, station.id, page));
  const agreement = own?.nodes.find(({ startsOn }) => startsOn === facts.agreement.startsOn);
  if (!agreement) throw new Error(`${facts.station.name} is in the directory without the demo's agreement`);
  const zones = await agreements.zones(caller, keyOf(agreement));
  return {
    id: agreement.id,
    zoneId: (name) => (name === undefined ? null : idOf(zones, name)),
  };
}

function idOf(parts: readonly { id: string; name: string }[], name: string): string {
  const part = parts.find((candidate) => candidate.name === name);
  if (!part) throw new Error(`the demo's agreement has no "${name}"`);
  return part.id;
}
