import { type Day, lastDayOfMonth } from '../platform/calendar';
import { daysAfter, earlier, instantOf, LAST_DAY, monthsAfter } from './days';
import type { City, PlannedAgreement } from './plan';
import { Lottery } from './random';

/** A month that has been handed in, and what the street has done with it. */
export interface PlannedMonth {
  agreement: PlannedAgreement;
  /** Its first day. */
  month: Day;
  dueOn: Day;
  handedInAt: Date;
  acceptedAt: Date | null;
  /** Of what it says. */
  snapshotId: string;
}

/** Days between the end of a month and its hand-in, the least and the most; null: it is never handed in. */
const DELAY = new Lottery<readonly [number, number] | null>([
  [[1, 4], 85],
  [[6, 20], 11],
  [null, 4],
]);
const DUE_DAY = 5;
/** The street reads a month within some days. */
const READING_DAYS = 20;

/** The months of an agreement that have been handed in by now: most on time, the latest not yet accepted. */
export function monthsOf(city: City, agreement: PlannedAgreement): PlannedMonth[] {
  const random = city.chance(`months ${agreement.id}`);
  const months: PlannedMonth[] = [];
  const last = earlier(agreement.endsOn, LAST_DAY);
  for (let month = `${agreement.startsOn.slice(0, 7)}-01`; month <= last; month = monthsAfter(month, 1)) {
    const delay = DELAY.draw(random);
    const end = earlier(lastDayOfMonth(month.slice(0, 7)), agreement.endsOn);
    const handedIn = daysAfter(end, random.whole(...(delay ?? [0, 0])));
    const accepted = daysAfter(handedIn, random.whole(1, READING_DAYS));
    if (delay === null || handedIn > LAST_DAY) continue;
    months.push({
      agreement,
      month,
      dueOn: daysAfter(monthsAfter(month, 1), DUE_DAY - 1),
      snapshotId: city.chance(`snapshot ${agreement.id} ${month}`).id(instantOf(handedIn)),
      handedInAt: new Date(instantOf(handedIn)),
      acceptedAt: accepted > LAST_DAY ? null : new Date(instantOf(accepted)),
    });
  }
  return months;
}
