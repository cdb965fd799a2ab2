import { type Day, dayOf } from '../../../platform/calendar';

/** From this hour on, in Guangzhou, the digest of a day is sent. */
const HOUR = 8;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The working day whose digest is due at a moment; null before its hour, and on Saturdays and Sundays. */
export function digestDayAt(at: Date): Day | null {
  const there = new Date(at.getTime() + SHANGHAI_OFFSET_MS);
  const isWeekend = [0, 6].includes(there.getUTCDay());
  return isWeekend || there.getUTCHours() < HOUR ? null : dayOf(at);
}
