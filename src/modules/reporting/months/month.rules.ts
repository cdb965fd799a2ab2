import { type Day, lastDayOfMonth } from '../../../platform/calendar';
import { type Fault, fault, type Path } from '../../../platform/faults';
import type { AgreementRow } from '../../agreement';
import { MonthState } from './month.enums';
import type { StoredMonth } from './month-step.repository';

type Days = Pick<AgreementRow, 'startsOn' | 'endsOn'>;

/** The last day of a month that an agreement has in it. */
export function lastDayIn(month: string, { endsOn }: Pick<Days, 'endsOn'>): Day {
  const last = lastDayOfMonth(month);
  return endsOn < last ? endsOn : last;
}

/** Whether an agreement has a day in a month. */
export function hasMonth({ startsOn, endsOn }: Days, month: string): boolean {
  return month >= startsOn.slice(0, 7) && month <= endsOn.slice(0, 7);
}

/** Why a month cannot be handed in: an agreement has no day in it, or days of it are still to come. */
export function handInFaults(agreement: Days, month: string, today: Day): Fault[] {
  if (!hasMonth(agreement, month)) {
    const [first, last] = [agreement.startsOn.slice(0, 7), agreement.endsOn.slice(0, 7)];
    return [fault('MONTH_OUTSIDE_AGREEMENT', ['month'], { first, last })];
  }
  const last = lastDayIn(month, agreement);
  return today < last ? [fault('MONTH_NOT_OVER', ['month'], { last })] : [];
}

/** The state of a month as it is: without a row it is open, and open no longer once its last day is over. */
export function stateOf(month: StoredMonth | undefined): MonthState {
  if (!month) return MonthState.OPEN;
  return month.lapsedAt === null ? month.state : MonthState.HANDED_IN;
}

/** Whether nothing is recorded in a month in this state. */
export function isClosed(state: MonthState): boolean {
  return state === MonthState.HANDED_IN || state === MonthState.ACCEPTED;
}

const { ACCEPTED, HANDED_IN, OPEN, SENT_BACK } = MonthState;
/** What a month must be for a step; where it is already what the step makes of it, nothing is done. */
const FROM: Readonly<Record<'accept' | 'sendBack' | 'recall', { becomes: MonthState; of: MonthState[] }>> = {
  accept: { becomes: ACCEPTED, of: [HANDED_IN] },
  sendBack: { becomes: SENT_BACK, of: [HANDED_IN, ACCEPTED] },
  recall: { becomes: OPEN, of: [HANDED_IN] },
};
export type MonthStep = keyof typeof FROM;

/** Whether a step has been taken already. */
export function isTaken(step: MonthStep, month: StoredMonth | undefined): boolean {
  return month !== undefined && stateOf(month) === FROM[step].becomes;
}

/** Why a step cannot be taken with a month as it is. */
export function stepFaults(step: MonthStep, month: StoredMonth | undefined, path: Path): Fault[] {
  const state = stateOf(month);
  if (FROM[step].of.includes(state)) return [];
  return [fault(state === ACCEPTED ? 'MONTH_ACCEPTED' : 'MONTH_NOT_HANDED_IN', path)];
}
