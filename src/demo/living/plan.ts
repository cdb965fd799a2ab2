import { type Day, dayAt } from '../../platform/calendar';
import { at, type Years } from './days';
import type { Step } from './commands';
import { moneySteps } from './plan-money';
import { monthSteps } from './plan-months';
import { recordSteps } from './plan-records';
import { reviewSteps } from './plan-reviews';
import { staffSteps } from './plan-staff';

/** All that the parties have done in both years until the evening before a day, in the order of time. */
export function planUntil(today: Day, { earlier, current }: Years): Step[] {
  const yesterday = dayAt(today, 0);
  const morning = at(today, 0);
  return [earlier, current]
    .flatMap((year) => [
      ...staffSteps(year),
      ...moneySteps(year),
      ...recordSteps(year, yesterday),
      ...monthSteps(year),
      ...reviewSteps(year),
    ])
    .filter((step) => step.at < morning)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
