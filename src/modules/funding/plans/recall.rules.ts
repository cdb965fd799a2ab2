import Big from 'big.js';
import type { Day } from '../../../platform/calendar';
import { exact, twoDecimals } from '../../../platform/decimal';
import { RecallState } from '../funding.enums';

/** The share of an amount that must be executed by a day, or the rest is recalled. */
export interface RecallRule {
  share: string;
  by: Day;
}

/** The result of a recall rule; amounts in CNY. */
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
 * Evaluates a recall rule as of a day. `executed`: the amount by the rule's day, known as of that day; `undated`: the
 * amount on unknown days of the year, possibly after the rule's day. If it decides, the status is UNKNOWN.
 */
export function evaluateRecall(
  { share, by }: RecallRule,
  asOf: Day,
  base: string,
  executed: string,
  undated = '0',
): Recall {
  // Rounded up, so that executing this amount reaches the share.
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

/** The treasury recalls the whole rest, not only the shortfall. */
function atRisk(state: RecallState, base: string, executed: string): string | null {
  if (state === RecallState.UNKNOWN) return null;
  return twoDecimals(state === RecallState.MET ? '0' : exact(base).minus(executed));
}
