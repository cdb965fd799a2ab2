import type { AdministratorResetLineFragment } from '../generated/graphql';
import { resetTexts } from '../messages/resets';
import { momentText } from '../ui/moments';

/** The state of the help for an administrator. */
type ResetState = 'STOPPED' | 'MAILED' | 'TAKEN' | 'UNCONFIRMED' | 'WAITING' | 'READY' | 'EXPIRED';

type Reset = Pick<
  AdministratorResetLineFragment,
  'byMail' | 'askedAt' | 'confirmedAt' | 'availableFrom' | 'takenAt' | 'stoppedAt'
>;

const WEEK_MS = 7 * 86_400_000;

export function resetStateOf(
  { byMail, availableFrom, takenAt, stoppedAt }: Reset,
  now: number = Date.now(),
): ResetState {
  if (stoppedAt !== null) return 'STOPPED';
  if (byMail) return 'MAILED';
  if (takenAt !== null) return 'TAKEN';
  if (availableFrom === null) return 'UNCONFIRMED';
  const from = Date.parse(availableFrom);
  if (now < from) return 'WAITING';
  return now > from + WEEK_MS ? 'EXPIRED' : 'READY';
}

/** Whether members are to look at it: it is under way, or a link was given within a week. */
export function isRecentReset(reset: Reset, now: number = Date.now()): boolean {
  const state = resetStateOf(reset, now);
  if (state === 'STOPPED' || state === 'EXPIRED') return false;
  if (state !== 'MAILED' && state !== 'TAKEN') return true;
  return Date.parse(reset.takenAt ?? reset.askedAt) > now - WEEK_MS;
}

/** Whether an administrator of the organisation can still stop it. */
export function isStoppable(reset: Reset, now: number = Date.now()): boolean {
  return ['UNCONFIRMED', 'WAITING', 'READY'].includes(resetStateOf(reset, now));
}

/** The state, in words. */
export function resetStateText(reset: Reset): string {
  const state = resetStateOf(reset);
  const { stoppedAt, takenAt, availableFrom, askedAt } = reset;
  return resetTexts().states[state](momentText(stoppedAt ?? takenAt ?? availableFrom ?? askedAt));
}
