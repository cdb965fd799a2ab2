import { dayAt, NOW, numberOf } from './days';
import type { Parts, Term, Zone } from './parts';
import type { City, PlannedAgreement } from './plan';
import { Lottery, type Random } from './random';
import { decimalOf, WORK, type Work } from './work';

/** The records of an agreement, column by column, as array literals: the fastest way to insert them. */
export interface RecordColumns {
  ids: string;
  termIds: string;
  indicators: string;
  projectIds: string;
  zoneIds: string;
  pointIds: string;
  days: string;
  quantities: string;
  recordedAt: string;
  voidedAt: string;
}

/** A record that was corrected, with its new values. */
export interface Correction {
  id: string;
  quantities: Record<string, string>;
  revisedAt: Date;
}

interface RecordsOfAgreement {
  columns: RecordColumns;
  corrections: Correction[];
}

const MS_A_DAY = 86_400_000;
/** Of a thousand records so many were voided, and so many corrected. */
const VOIDED = 5;
const CORRECTED = 10;
/** Of a hundred events so many are joint ones; of a hundred records in a zone so many name no point. */
const JOINT = 15;
const WITHOUT_POINT = 20;

const KINDS = new Lottery(WORK.map((work) => [work, work.weight] as const));

/** Everything that was recorded under an agreement, in the order of its days. */
export function recordsOf(city: City, agreement: PlannedAgreement, parts: Parts): RecordsOfAgreement {
  const random = city.chance(`records ${agreement.id}`);
  const zones = new Lottery(parts.zones.map((zone) => [zone, zone.share] as const));
  const first = numberOf(agreement.startsOn);
  const last = numberOf(agreement.lastDay);
  const days = new Int32Array(agreement.records).map(() => random.whole(first, last)).sort();
  const columns = new Columns();
  const corrections: Correction[] = [];
  for (const day of days) {
    const work = KINDS.draw(random);
    const at = recordedAt(random, day);
    const id = random.id(at);
    const fate = random.whole(0, 999);
    columns.add({
      id,
      term: termOf(parts.terms, dayAt(day)),
      work,
      projectId: parts.projectOf.get(work),
      ...placeOf(random, zones, work),
      day,
      quantities: drawn(random, work),
      at,
      isVoid: fate < VOIDED,
    });
    if (fate >= VOIDED && fate < VOIDED + CORRECTED) {
      const revisedAt = new Date(Math.min(at + MS_A_DAY, NOW));
      corrections.push({ id, quantities: Object.fromEntries(drawn(random, work)), revisedAt });
    }
  }
  return { columns: columns.done(), corrections };
}

/** In the evening of the day or some days later, but never after the city's last. */
function recordedAt(random: Random, day: number): number {
  const at = day * MS_A_DAY + 36_000_000 + random.whole(0, 3 * 86_400) * 1000;
  return Math.min(at, NOW);
}

function termOf(terms: readonly Term[], day: string): Term {
  const term = terms.find(({ endsOn }) => day <= endsOn);
  if (!term) throw new Error(`${day} is in no term`);
  return term;
}

function placeOf(
  random: Random,
  zones: Lottery<Zone>,
  { inZones, isEvent }: Work,
): { zoneId?: string; pointId?: string | undefined } {
  if (!inZones || (isEvent && random.happens(JOINT))) return {};
  const zone = zones.draw(random);
  if (random.happens(WITHOUT_POINT)) return { zoneId: zone.id };
  return { zoneId: zone.id, pointId: random.pick(zone.points).id };
}

type Quantities = (readonly [measure: string, value: string])[];

function drawn(random: Random, { measures }: Work): Quantities {
  return measures
    .filter(({ share }) => share === 100 || random.happens(share))
    .map(({ code, least, most, per }) => [code, decimalOf(random.whole(least, most), per)]);
}

interface Row {
  id: string;
  term: Term;
  work: Work;
  projectId: string | undefined;
  zoneId?: string;
  pointId?: string | undefined;
  day: number;
  quantities: Quantities;
  at: number;
  isVoid: boolean;
}

/** Collects rows as the text of array literals. */
class Columns {
  private readonly parts: Record<keyof RecordColumns, string[]> = {
    ids: [],
    termIds: [],
    indicators: [],
    projectIds: [],
    zoneIds: [],
    pointIds: [],
    days: [],
    quantities: [],
    recordedAt: [],
    voidedAt: [],
  };

  add({ id, term, work, projectId, zoneId, pointId, day, quantities, at, isVoid }: Row): void {
    const { parts } = this;
    parts.ids.push(id);
    parts.termIds.push(term.id);
    parts.indicators.push(work.indicator);
    parts.projectIds.push(projectId ?? 'NULL');
    parts.zoneIds.push(zoneId ?? 'NULL');
    parts.pointIds.push(pointId ?? 'NULL');
    parts.days.push(dayAt(day));
    const pairs = quantities.map(([measure, value]) => `\\"${measure}\\":\\"${value}\\"`);
    parts.quantities.push(`"{${pairs.join(',')}}"`);
    parts.recordedAt.push(instantText(at));
    parts.voidedAt.push(isVoid ? instantText(Math.min(at + MS_A_DAY, NOW)) : 'NULL');
  }

  done(): RecordColumns {
    return Object.fromEntries(
      Object.entries(this.parts).map(([name, values]) => [name, `{${values.join(',')}}`]),
    ) as unknown as RecordColumns;
  }
}

/** Epoch seconds would need a conversion for each row: PostgreSQL reads this form directly. */
function instantText(at: number): string {
  const seconds = Math.floor((at % MS_A_DAY) / 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `"${dayAt(Math.floor(at / MS_A_DAY))} ${time}Z"`;
}
