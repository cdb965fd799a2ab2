import fc from 'fast-check';
import type { Api, Client } from '../../kit/api';
import { type Agreement, newStation, PROJECTS, ZONES } from './agreements';
import { days } from './arithmetic';
import { correct, type NewRecord, type NewTarget, record, voidRecord } from './questions';
import { CATALOGUE, type Figure } from './recount';

/** Two terms that begin and end inside a month, over a leap day, with days of the agreement after them. */
export const TERMS = [
  { name: '上期', startsOn: '2023-11-20', endsOn: '2024-03-14' },
  { name: '下期', startsOn: '2024-03-15', endsOn: '2024-12-30' },
];

export const ZONE_NAMES = ZONES.map(({ name }) => name);
export const PROJECT_NAMES = PROJECTS.map(({ name }) => name);

/** A record as the test sent it. */
export interface Known {
  id: string;
  day: string;
  zone: string | null;
  project: string | null;
  indicator: string;
  quantities: { measure: string; value: string }[];
  voided: boolean;
}

export interface BusyStation {
  agreement: Agreement;
  records: Known[];
  /** By the name of their term. */
  targets: Map<string, Figure[]>;
}

type Content = Omit<Known, 'id' | 'voided'>;

const INDICATORS = [
  'CASE_FILE',
  'GROUPWORK',
  'CASEWORK',
  'LARGE_EVENT',
  'RESOURCE_LINKED',
  'PROFESSIONAL_TRAINING',
];
const ALL_DAYS = TERMS.flatMap(({ startsOn, endsOn }) => days(startsOn, endsOn));
/** The first and last days of months and terms, the boundaries of sums. */
const EDGES = ALL_DAYS.filter((day, at) => {
  const beside = [ALL_DAYS[at - 1], ALL_DAYS[at + 1]];
  return (
    TERMS.some((t) => t.startsOn === day || t.endsOn === day) ||
    beside.some((b) => b?.slice(0, 7) !== day.slice(0, 7))
  );
});

/** An amount of a measure: cents of money and hours, whole numbers of all else; now and then a very large one. */
function amount(unit: string): fc.Arbitrary<string> {
  if (unit !== '元' && unit !== '小时') {
    return fc
      .oneof({ weight: 9, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.constant(1_000_000_000) })
      .map(String);
  }
  return fc
    .tuple(fc.nat(90_000_000), fc.nat(99))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
}

const content: fc.Arbitrary<Content> = fc
  .record({
    day: fc.oneof(fc.constantFrom(...ALL_DAYS), fc.constantFrom(...EDGES)),
    zone: fc.option(fc.constantFrom(...ZONE_NAMES)),
    project: fc.option(fc.constantFrom(...PROJECT_NAMES)),
    indicator: fc.constantFrom(...INDICATORS),
  })
  .chain((place) => {
    const measures = CATALOGUE.filter(([indicator]) => indicator === place.indicator);
    return fc
      .subarray(measures, { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(...chosen.map(([, measure, unit]) => amount(unit).map((value) => ({ measure, value })))),
      )
      .filter((quantities) => quantities.some(({ value }) => Number(value) > 0))
      .map((quantities) => ({ ...place, quantities }));
  });

/** Targets of some measures: some for part of the zones, some for projects, some for the whole agreement. */
const targets: fc.Arbitrary<Figure[]> = fc
  .tuple(
    ...CATALOGUE.filter(([indicator]) => INDICATORS.includes(indicator)).map(([indicator, measure, unit]) =>
      fc
        .tuple(
          fc.oneof(fc.constant([]), fc.constant([null]), fc.subarray(ZONE_NAMES)),
          fc.oneof(fc.constant([null]), fc.subarray(PROJECT_NAMES, { minLength: 1 })),
          fc.array(amount(unit), { minLength: 20, maxLength: 20 }),
        )
        .map(([zones, projects, values]): Figure[] =>
          zones.flatMap((zone, z) =>
            projects.map((project, p) => ({
              indicator,
              measure,
              zone,
              project,
              value: values[(z * 7 + p) % values.length]!,
            })),
          ),
        ),
    ),
  )
  .map((all) => all.flat());

/**
 * A station with many random records, recorded in large calls, then corrected and voided concurrently.
 * The same seed makes the same station. `more` returns further targets of a term, of which it gets the targets and what
 * will be recorded.
 */
export async function busyStation(
  api: Api,
  seed: number,
  more: (targets: readonly Figure[], done: readonly Figure[]) => Figure[] = () => [],
): Promise<BusyStation> {
  const admin = await api.as('admin@fengyuan.example');
  const worker = await api.as('worker@fengyuan.example');
  const one = <T>(arbitrary: fc.Arbitrary<T>, salt: number): T =>
    fc.sample(arbitrary, { seed: seed + salt, numRuns: 1 })[0]!;

  const calls = [500, 400, 1, 99].map((size, at) =>
    one(fc.array(content, { minLength: size, maxLength: size }), 10 + at),
  );
  const planned = calls.flat().map((it): Known => ({ ...it, id: '', voided: false }));
  const set = new Map(
    TERMS.map(({ name, startsOn, endsOn }, at) => {
      const figures = one(targets, at);
      return [name, [...figures, ...more(figures, doneIn({ records: planned }, startsOn, endsOn))]];
    }),
  );
  const days = { startsOn: '2023-11-20', endsOn: '2025-01-10' };
  const agreement = await newStation(api, { ...days, terms: TERMS, allowGaps: true }, (proposal) =>
    proposal.terms.flatMap((term) =>
      set.get(term.name)!.map(({ indicator, measure, value, zone, project }): NewTarget => ({
        termId: term.id,
        indicator,
        measure,
        value,
        ...placeIds(proposal, zone, project),
      })),
    ),
  );

  const records = (
    await Promise.all(
      calls.map(async (call, at) => recordAll(at % 2 === 0 ? admin : worker, agreement, call)),
    )
  ).flat();
  await changeSome(admin, agreement, records, one(fc.array(content, { minLength: 90, maxLength: 90 }), 20));
  return { agreement, records, targets: set };
}

async function recordAll(
  client: Client,
  agreement: Agreement,
  contents: readonly Content[],
): Promise<Known[]> {
  const stored = await record(
    client,
    agreement.id,
    contents.map((it) => asInput(agreement, it)),
  );
  return stored.map(({ id }, at) => ({ ...contents[at]!, id, voided: false }));
}

/** Of each three in a row one is corrected, one voided, one first corrected and then voided: ten at a time. */
async function changeSome(
  client: Client,
  agreement: Agreement,
  records: Known[],
  news: readonly Content[],
): Promise<void> {
  const change = async (content: Content, at: number): Promise<void> => {
    const known = records[at * 3]!;
    if (at % 3 !== 1) {
      // The indicator of a record stays: of the new content only the place, the day and what fits are taken.
      const { occurredOn, zoneId, projectId } = asInput(agreement, content);
      const same = content.indicator === known.indicator ? { quantities: content.quantities } : {};
      const { record: changed } = await correct(client, {
        id: known.id,
        expectedRevision: 1,
        occurredOn,
        zoneId: zoneId ?? null,
        projectId: projectId ?? null,
        ...same,
      });
      if (!changed) throw new Error('a correction was refused');
      Object.assign(known, { day: content.day, zone: content.zone, project: content.project }, same);
    }
    if (at % 3 !== 0) {
      const { record: gone } = await voidRecord(client, known.id);
      if (!gone) throw new Error('a voiding was refused');
      known.voided = true;
    }
  };
  for (let at = 0; at < news.length; at += 10) {
    await Promise.all(news.slice(at, at + 10).map(async (content, of) => change(content, at + of)));
  }
}

function asInput(agreement: Agreement, { day, zone, project, indicator, quantities }: Content): NewRecord {
  return { indicator, occurredOn: day, quantities, ...placeIds(agreement, zone, project) };
}

function placeIds(
  { zones, projects }: Agreement,
  zone: string | null,
  project: string | null,
): { zoneId: string | null; projectId: string | null } {
  const idOf = (parts: { id: string; name: string }[], name: string | null): string | null =>
    parts.find((part) => part.name === name)?.id ?? null;
  return { zoneId: idOf(zones, zone), projectId: idOf(projects, project) };
}

/** What was done in a range of days, figure by figure. */
export function doneIn({ records }: Pick<BusyStation, 'records'>, from: string, to: string): Figure[] {
  return records
    .filter(({ day, voided }) => !voided && day >= from && day <= to)
    .flatMap(({ indicator, zone, project, quantities }) =>
      quantities.map(({ measure, value }) => ({ indicator, measure, zone, project, value })),
    );
}
