import { InstalmentCondition, ProjectKind, ServiceDomain, ServiceModel } from '../modules/agreement';
import type { Day } from '../platform/calendar';
import { daysAfter, monthsAfter, numberOf } from './days';
import { chineseNumber } from './names';
import type { City, PlannedAgreement } from './plan';
import type { Random } from './random';
import { ALL_WEIGHTS, decimalOf, mean, WORK, type Work } from './work';

export interface Term {
  id: string;
  name: string;
  startsOn: Day;
  endsOn: Day;
}

export interface Zone {
  id: string;
  name: string;
  points: { id: string; name: string }[];
  /** Its share of the station's work, in hundredths. */
  share: number;
}

export interface Project {
  id: string;
  kind: ProjectKind;
  domain: ServiceDomain | null;
  name: string;
}

export interface Target {
  termId: string;
  zoneId: string | null;
  projectId: string | null;
  indicator: string;
  measure: string;
  value: string;
}

/** The parts of an agreement. */
export interface Parts {
  terms: Term[];
  zones: Zone[];
  projects: Project[];
  instalments: { id: string; condition: InstalmentCondition; hundredths: number }[];
  /** Under 113X each kind of work is done in one project. */
  projectOf: Map<Work, string>;
  targets: Target[];
}

const { BASIC, CORE, KEY, SPECIAL } = ProjectKind;
const PROJECTS: readonly (readonly [ProjectKind, ServiceDomain | null, string])[] = [
  [CORE, null, '党建引领服务'],
  [KEY, null, '社区治理服务'],
  [BASIC, ServiceDomain.FAMILY, '家庭服务'],
  [BASIC, ServiceDomain.ELDERLY, '长者服务'],
  [BASIC, ServiceDomain.YOUTH, '青少年服务'],
  [SPECIAL, null, '残障康复服务'],
  [SPECIAL, null, '外来工服务'],
];

const { FINAL_QUALIFIED, MIDTERM_QUALIFIED, SIGNING } = InstalmentCondition;
const SCHEDULES: readonly (readonly (readonly [InstalmentCondition, number])[])[] = [
  [
    [SIGNING, 50],
    [MIDTERM_QUALIFIED, 30],
    [FINAL_QUALIFIED, 20],
  ],
  [
    [SIGNING, 60],
    [MIDTERM_QUALIFIED, 35],
    [FINAL_QUALIFIED, 5],
  ],
  [
    [SIGNING, 55],
    [MIDTERM_QUALIFIED, 45],
  ],
];
const ZONES = ['一', '二', '三', '四'];

export function partsOf(city: City, agreement: PlannedAgreement): Parts {
  const random = city.chance(`parts ${agreement.id}`);
  const at = agreement.registeredAt.getTime();
  const middle = monthsAfter(agreement.startsOn, 6);
  const term = (name: string, startsOn: Day, endsOn: Day): Term => ({
    id: random.id(at),
    name,
    startsOn,
    endsOn,
  });
  const terms = [
    term('上半年', agreement.startsOn, daysAfter(middle, -1)),
    term('下半年', middle, agreement.endsOn),
  ];
  const zones = zonesOf(random, at);
  const isOld = agreement.model === ServiceModel.PROJECT_113X;
  const projects = isOld
    ? PROJECTS.slice(0, random.whole(6, 7)).map(([kind, domain, name]) => ({
        id: random.id(at),
        kind,
        domain,
        name,
      }))
    : [];
  const projectOf = new Map(isOld ? WORK.map((work) => [work, random.pick(projects).id]) : []);
  const instalments = random
    .pick(SCHEDULES)
    .map(([condition, hundredths]) => ({ id: random.id(at), condition, hundredths }));
  const parts = { terms, zones, projects, projectOf, instalments };
  return { ...parts, targets: terms.flatMap((one) => targetsOf(agreement, parts, one, random)) };
}

/** Three or four zones with about twelve points in all. */
function zonesOf(random: Random, at: number): Zone[] {
  const count = random.whole(3, 4);
  let points = 0;
  return ZONES.slice(0, count).map((name) => ({
    id: random.id(at),
    name: `片区${name}`,
    share: random.whole(60, 140),
    points: Array.from({ length: random.whole(count === 3 ? 3 : 2, count === 3 ? 5 : 4) }, () => {
      points += 1;
      return { id: random.id(at), name: `样本${chineseNumber(points)}社区` };
    }),
  }));
}

/** What the station would do in the term at its rate of work, rounded, and set above or below it. */
function targetsOf(
  { records, startsOn, lastDay, endsOn, pace }: PlannedAgreement,
  { zones, projectOf }: Omit<Parts, 'targets'>,
  term: Term,
  random: Random,
): Target[] {
  const days = (from: Day, to: Day): number => numberOf(to) - numberOf(from) + 1;
  const inTerm = (records * days(startsOn, endsOn)) / days(startsOn, lastDay) / 2;
  const shares = zones.reduce((sum, { share }) => sum + share, 0);
  return WORK.flatMap((work) =>
    work.measures
      .filter(({ isTarget }) => isTarget)
      .flatMap((measure): Target[] => {
        const expected =
          (inTerm * work.weight * mean(measure) * pace * random.whole(80, 120)) / ALL_WEIGHTS / 100;
        const cell = { termId: term.id, indicator: work.indicator, measure: measure.code };
        const value = (part: number): string => decimalOf(rounded(expected * part), 1);
        const projectId = projectOf.get(work) ?? null;
        // Work that is done in zones is shared among them, unless projects have their own.
        return work.inZones && projectId === null
          ? zones.map(({ id, share }) => ({ ...cell, zoneId: id, projectId, value: value(share / shares) }))
          : [{ ...cell, zoneId: null, projectId, value: value(1) }];
      }),
  );
}

/** Rounds as targets are written: small ones to the unit, larger ones to the ten. */
function rounded(value: number): number {
  if (value < 1) return 1;
  return value < 60 ? Math.round(value) : Math.round(value / 10) * 10;
}
