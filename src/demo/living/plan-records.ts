import { ALL_WEIGHTS, decimalOf, Lottery, mean, Random, WORK, type Work } from '../../generate';
import { type Day, dayAt } from '../../platform/calendar';
import { at, dayIn, lastDayIn, type Year } from './days';
import type { PlannedRecord, Step } from './commands';
import { ZONES, type ZoneOfStation } from './station';

const SEED = 'the example station';
const KINDS = new Lottery(WORK.map((work) => [work, work.weight] as const));
const BY_SHARE = new Lottery(ZONES.map((zone) => [zone, zone.share] as const));
/** Of a hundred events so many are joint ones; of a hundred records in a zone so many name no point. */
const JOINT = 15;
const WITHOUT_POINT = 10;
/** Records of a day of the week and of the weekend, the least and the most; about so many make a year. */
const WEEKDAY = [3, 6] as const;
const WEEKEND = [2, 3] as const;
const RECORDS_A_YEAR = 1430;

/** What is drawn for a part of the plan. */
export function drawnFor(part: string): Random {
  return new Random(SEED, part);
}

/** The records of a day, which are the same on whichever day they are loaded. */
export function recordsOn(day: Day): PlannedRecord[] {
  const random = drawnFor(`records ${day}`);
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
  const [least, most] = isWeekend ? WEEKEND : WEEKDAY;
  const count = random.whole(least, most);
  return Array.from({ length: count }, (_, index) => {
    const work = KINDS.draw(random);
    return {
      key: `example ${day} ${index + 1}`,
      indicator: work.indicator,
      ...placeOf(random, work),
      occurredOn: day,
      quantities: work.measures
        .filter(({ share }) => share === 100 || random.happens(share))
        .map(({ code, least, most, per }) => ({
          measure: code,
          value: decimalOf(random.whole(least, most), per),
        })),
    };
  });
}

function placeOf(random: Random, { inZones, isEvent }: Work): Pick<PlannedRecord, 'zone' | 'point'> {
  if (!inZones || (isEvent && random.happens(JOINT))) return { zone: null, point: null };
  const zone = BY_SHARE.draw(random);
  return { zone: zone.name, point: random.happens(WITHOUT_POINT) ? null : random.pick(zone.points) };
}

/** Days of a month on which the records of the days before are entered, in the evening; what is long over, a month at once. */
const ENTERED_BY = { earlier: [31], current: [7, 14, 21, 31] };

/** The records of a year until a day, entered some days at a time. */
export function recordSteps(year: Year, until: Day): Step[] {
  const steps: Step[] = [];
  for (let month = 0; month < 12; month += 1) {
    const last = lastDayIn(year, month);
    let from = dayIn(year, month, 1);
    for (const day of ENTERED_BY[year.name]) {
      const to = [last, until, day > 28 ? last : dayIn(year, month, day)].sort()[0] ?? last;
      if (to < from) break;
      const records = daysFrom(from, to).flatMap(recordsOn);
      steps.push({ at: at(to, 18), by: 'worker', year, command: { kind: 'records', records } });
      from = dayAt(to, 2);
    }
  }
  return steps;
}

function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAt(day, 2)) days.push(day);
  return days;
}

/** A target of a year's agreement, by the names that a registration takes. */
interface PlannedTarget {
  zone: string | null;
  indicator: string;
  measure: string;
  value: string;
}

/** The targets of a year: near to what is to be expected, for some more and for some less. */
export function targetsOf(year: Year): PlannedTarget[] {
  return WORK.flatMap((work) => {
    const tightness = drawnFor(`target ${work.indicator}`).whole(85, 120) / 100;
    const expected = (RECORDS_A_YEAR * work.weight * tightness) / ALL_WEIGHTS;
    const growth = year.name === 'earlier' ? 0.95 : 1;
    const zones: (ZoneOfStation | null)[] = work.inZones ? [...ZONES] : [null];
    return work.measures
      .filter(({ isTarget }) => isTarget)
      .flatMap((measure) =>
        zones.map((zone) => ({
          zone: zone?.name ?? null,
          indicator: work.indicator,
          measure: measure.code,
          value: rounded((expected * growth * mean(measure) * (zone?.share ?? 100)) / 100),
        })),
      );
  });
}

/** As an agreement writes them: whole, the large ones in tens. */
function rounded(value: number): string {
  const unit = value >= 100 ? 10 : 1;
  return String(Math.max(1, Math.round(value / unit) * unit));
}
