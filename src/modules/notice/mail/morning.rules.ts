import { type Day, dayOf } from '../../../platform/calendar';
import type { WorkingDays } from '../../../platform/working-days';

/** From this hour on, in Guangzhou, a working day's e-mails are sent. */
const HOUR = 8;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The working day whose morning has begun at a moment; null before its hour, and on other days. */
export function morningAt(at: Date, workingDays: WorkingDays): Day | null {
  const there = new Date(at.getTime() + SHANGHAI_OFFSET_MS);
  const day = dayOf(at);
  return there.getUTCHours() < HOUR || !workingDays.includes(day) ? null : day;
}
