import Big from 'big.js';
import type { Day } from '../../platform/calendar';
import { exact, twoDecimals } from '../../platform/decimal';
import { RecallState } from './funding.enums';

/** A share of a sum of money that must be executed by a day, or the rest is taken back. */
export interface RecallRule {
  share: string;
  by: Day;
}

/** How such a rule stands: every figure in CNY. */
export interface Recall extends RecallRule {
  base: string;
  required: string;
  executed: string;
  undated: string;
  short: string;
  atRisk: string | null;
  state: RecallState;
}

/**
 * Judges a recall rule as of a day. `executed` is what was executed by the rule's day, as far as the view reaches;
 * `undated` is what was executed some time in the year, perhaps only after that day: where it decides, nobody knows.
 */
export function judgeRecall(
  { share, by }: RecallRule,
  asOf: Day,
  base: string,
  executed: string,
  undated = '0',
): Recall {
  // Up to the fen: who executes this much has reached the share.
  const required = exact(base).times(share).round(2, Big.roundUp);
  const short = required.minus(executed);
  const state = stateOf(short, undated, by < asOf);
  return {
    share,
    by,
    base: twoDecimals(base),
    required: twoDecimals(required),
    executed: twoDecimals(executed),
    undated: twoDecimals(undated),
    short: twoDecimals(short.lt(0) ? '0' : short),
    atRisk: atRisk(state, base, executed),
    state,
  };
}

function stateOf(short: Big, undated: string, isOver: boolean): RecallState {
  if (short.lte(0)) return RecallState.MET;
  if (short.lte(undated)) return RecallState.UNKNOWN;
  return isOver ? RecallState.MISSED : RecallState.OPEN;
}

/** The treasury takes back the rest, not only what is short of the share. */
function atRisk(state: RecallState, base: string, executed: string): string | null {
  if (state === RecallState.UNKNOWN) return null;
  return twoDecimals(state === RecallState.MET ? '0' : exact(base).minus(executed));
}
