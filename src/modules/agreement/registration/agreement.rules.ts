import { monthsAfter } from '../../../platform/calendar';
import { exact } from '../../../platform/decimal';
import { InputRules, MAX_MONEY } from '../../../platform/input-rules';
import type { Fault, Path } from '../../../platform/faults';
import type { StationRow } from '../../directory';
import type {
  InstalmentInput,
  NewStationInput,
  ProjectInput,
  RegisterAgreementInput,
  TermInput,
  ZoneInput,
} from './agreement.input';
import { ProjectKind, ServiceDomain, ServiceModel } from '../agreement.enums';
import { gapsBetween } from './term-gaps.rules';

export const MAX_PARTS = 500;
export const MAX_TERMS = 24;
/** Of one call: what is read of a form has as many as the form. */
export const MAX_TARGETS = 1000;
/** Longer than any real service contract; caps the months that an agreement can generate. */
export const MAX_YEARS = 6;
export const NAME = 100;

/** Validates whatever of a registration needs no database: 113X, 站—片区—点, terms, money. */
export function agreementFaults(input: RegisterAgreementInput): Fault[] {
  const rules = new InputRules();
  checkStation(rules, input);
  checkDays(rules, input);
  if (input.annualFee != null) rules.amount(input.annualFee, ['annualFee'], MAX_MONEY, 2);
  if (input.requiredPosts != null) rules.amount(input.requiredPosts, ['requiredPosts'], '10000', 2);
  if (input.requiredCertifiedShare != null) {
    rules.amount(input.requiredCertifiedShare, ['requiredCertifiedShare'], '1', 6);
  }
  checkProjects(rules, input.projects ?? [], input.serviceModel);
  checkZones(rules, input.zones ?? [], input.points ?? [], input.serviceModel);
  checkTerms(rules, input.terms, input);
  checkInstalments(rules, input.instalments ?? []);
  if (input.contractNumber != null) rules.text(input.contractNumber, ['contractNumber'], NAME);
  if (input.signedOn != null) rules.day(input.signedOn, ['signedOn']);
  return rules.faults;
}

function checkStation(rules: InputRules, { stationId, newStation }: RegisterAgreementInput): void {
  if (stationId == null && newStation == null) {
    rules.add('STATION_MISSING', ['stationId']);
  } else if (stationId != null && newStation != null) {
    rules.add('STATION_AMBIGUOUS', ['newStation']);
  }
  if (newStation) newStationOf(rules, newStation);
}

/** Validates a new station; returns it as it is stored. */
export function newStationOf(rules: InputRules, station: NewStationInput): Omit<StationRow, 'id'> {
  return {
    name: rules.text(station.name, ['newStation', 'name'], NAME),
    street: rules.text(station.street, ['newStation', 'street'], NAME),
    districtCode: station.districtCode,
  };
}

function checkDays(rules: InputRules, { startsOn, endsOn }: RegisterAgreementInput): void {
  const validDays = [rules.day(startsOn, ['startsOn']), rules.day(endsOn, ['endsOn'])];
  if (endsOn < startsOn) {
    rules.add('ENDS_BEFORE_START', ['endsOn']);
  } else if (!validDays.includes(false) && endsOn >= monthsAfter(startsOn, 12 * MAX_YEARS)) {
    rules.add('AGREEMENT_TOO_LONG', ['endsOn'], { years: MAX_YEARS });
  }
}

function checkProjects(rules: InputRules, projects: readonly ProjectInput[], model: ServiceModel): void {
  if (!rules.count(projects.length, ['projects'], 0, MAX_PARTS)) return;
  rules.distinct(named(rules, projects, 'projects'));
  projects.forEach((project, index) => {
    checkDomain(rules, project, ['projects', index, 'domain']);
  });
  if (model === ServiceModel.PROJECT_113X) check113X(rules, projects);
}

type KindOfProject = Pick<ProjectInput, 'kind' | 'domain'>;

/** A basic project has a domain, no other has. */
export function checkDomain(rules: InputRules, { kind, domain }: KindOfProject, path: Path): void {
  if (kind === ProjectKind.BASIC && domain == null) {
    rules.add('DOMAIN_MISSING', path);
  } else if (kind !== ProjectKind.BASIC && domain != null) {
    rules.add('DOMAIN_NOT_ALLOWED', path);
  }
}

/** 113X: one core, one key, three basic of distinct domains, any number of special projects. */
export function check113X(rules: InputRules, projects: readonly KindOfProject[]): void {
  const count = (kind: ProjectKind): number => projects.filter((project) => project.kind === kind).length;
  if (count(ProjectKind.CORE) !== 1) {
    rules.add('ONE_CORE_PROJECT', ['projects']);
  }
  if (count(ProjectKind.KEY) !== 1) {
    rules.add('ONE_KEY_PROJECT', ['projects']);
  }
  const domains = new Set(projects.map(({ domain }) => domain).filter((domain) => domain != null));
  if (count(ProjectKind.BASIC) !== 3 || domains.size !== Object.keys(ServiceDomain).length) {
    rules.add('THREE_BASIC_PROJECTS', ['projects']);
  }
}

function checkZones(
  rules: InputRules,
  zones: readonly ZoneInput[],
  points: readonly string[],
  model: ServiceModel,
): void {
  if (model === ServiceModel.STATION_ZONE_POINT && zones.length === 0) {
    rules.add('ZONE_MISSING', ['zones']);
  }
  if (zones.length > 0 && points.length > 0) {
    rules.add('POINTS_BELONG_TO_ZONES', ['points']);
  }
  const all = zones.flatMap((zone) => zone.points).length + points.length;
  const counted = [
    rules.count(zones.length, ['zones'], 0, MAX_PARTS),
    rules.count(all, zones.length > 0 ? ['zones'] : ['points'], 0, MAX_PARTS),
  ];
  if (counted.includes(false)) return;
  rules.distinct(named(rules, zones, 'zones'));
  zones.forEach((zone, index) => {
    if (zone.points.length === 0) {
      rules.add('POINT_MISSING', ['zones', index, 'points']);
    }
  });
  const placed: { name: string; path: Path }[] = [
    ...zones.flatMap((zone, z) => zone.points.map((name, p) => ({ name, path: ['zones', z, 'points', p] }))),
    ...points.map((name, p) => ({ name, path: ['points', p] })),
  ];
  rules.distinct(placed.map(({ name, path }) => ({ name: rules.text(name, path, NAME), path })));
}

/** Where faults lie that make days useless to compare. */
const DAYS = new Set<unknown>(['startsOn', 'endsOn', 'terms']);

function checkTerms(
  rules: InputRules,
  terms: readonly TermInput[],
  { startsOn, endsOn, allowGaps }: RegisterAgreementInput,
): void {
  if (!rules.count(terms.length, ['terms'], 1, MAX_TERMS)) return;
  rules.distinct(named(rules, terms, 'terms'));
  terms.forEach((term, index) => {
    const validDays = [
      rules.day(term.startsOn, ['terms', index, 'startsOn']),
      rules.day(term.endsOn, ['terms', index, 'endsOn']),
    ];
    if (term.endsOn < term.startsOn) {
      rules.add('ENDS_BEFORE_START', ['terms', index, 'endsOn']);
    }
    if (!validDays.includes(false) && (term.startsOn < startsOn || term.endsOn > endsOn)) {
      rules.add('TERM_OUTSIDE_AGREEMENT', ['terms', index], { first: startsOn, last: endsOn });
    }
    const before = terms[index - 1];
    if (before && term.startsOn <= before.endsOn) {
      rules.add('TERMS_OVERLAP', ['terms', index, 'startsOn']);
    }
  });
  if (allowGaps || rules.faults.some(({ path }) => DAYS.has(path[0]))) return;
  for (const { before, ...gap } of gapsBetween(terms, startsOn, endsOn)) {
    rules.add('TERMS_LEAVE_GAP', before === null ? ['terms'] : ['terms', before, 'startsOn'], gap);
  }
}

export function checkInstalments(rules: InputRules, instalments: readonly InstalmentInput[]): void {
  const seen = new Set<string>();
  const before = rules.faults.length;
  instalments.forEach(({ condition, share }, index) => {
    if (seen.has(condition)) {
      rules.add('DUPLICATE_INSTALMENT', ['instalments', index, 'condition']);
    }
    seen.add(condition);
    rules.amount(share, ['instalments', index, 'share'], '1', 6);
    if (exact(share).eq(0)) {
      rules.add('ZERO_SHARE', ['instalments', index, 'share']);
    }
  });
  const sum = instalments.reduce((total, { share }) => total.plus(share), exact('0'));
  if (rules.faults.length === before && instalments.length > 0 && !sum.eq(1)) {
    rules.add('SHARES_NOT_WHOLE', ['instalments'], { sum: sum.toFixed() });
  }
}

function named(
  rules: InputRules,
  parts: readonly { name: string }[],
  list: string,
): { name: string; path: Path }[] {
  return parts.map(({ name }, index) => {
    const path = [list, index, 'name'];
    return { name: rules.text(name, path, NAME), path };
  });
}
