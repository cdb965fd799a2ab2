import type { Day } from '../../../platform/calendar';
import { exact, twoDecimals } from '../../../platform/decimal';
import { type Fault, fault } from '../../../platform/faults';
import type { InstalmentCondition } from '../../agreement';
import { duesOf } from '../money.rules';

/** The fee and the shares of an agreement, in the order of its schedule. */
interface Shares {
  annualFee: string | null;
  instalments: { condition: InstalmentCondition; share: string }[];
}

/** What is in force from a day until an amendment changes it, and what has been received. */
export interface Dues extends Shares {
  since: Day;
  instalments: {
    condition: InstalmentCondition;
    share: string;
    received: string;
    /** Received before the next amendment. */
    receivedMeanwhile: string;
  }[];
}

/** The amount due of an instalment. */
function dueOf({ annualFee, instalments }: Shares, condition: InstalmentCondition): string {
  const dues = duesOf(
    annualFee,
    instalments.map(({ share }) => share),
  );
  return dues[instalments.findIndex((instalment) => instalment.condition === condition)] ?? '0';
}

/** Of what is in force on a day and on later ones: where most is due of an instalment, without those that have no share. */
export function mostDue(
  dues: readonly Dues[],
  condition: InstalmentCondition,
): Pick<Dues, 'annualFee' | 'instalments'> {
  const [first, ...later] = dues;
  if (!first) return { annualFee: null, instalments: [] };
  const { annualFee, instalments } = later.reduce(
    (most, each) => (exact(dueOf(each, condition)).gt(dueOf(most, condition)) ? each : most),
    first,
  );
  return { annualFee, instalments: instalments.filter(({ share }) => !exact(share).eq(0)) };
}

/**
 * Why an amendment may not lower what is due: of an instalment, less than what has been received for it while that is
 * in force. One that was below it before may stay so.
 */
export function belowReceived(before: Shares, after: readonly Dues[]): Fault[] {
  const [first] = after;
  return (first?.instalments ?? []).flatMap(({ condition, share }, index) => {
    const was = dueOf(before, condition);
    if (!first || !exact(dueOf(first, condition)).lt(was)) return [];
    const short = after.flatMap((dues) => {
      const due = dueOf(dues, condition);
      const received = dues.instalments[index]?.receivedMeanwhile ?? '0';
      return exact(due).lt(received) ? [{ due: twoDecimals(due), received: twoDecimals(received) }] : [];
    });
    const shareBefore = before.instalments.find((one) => one.condition === condition)?.share ?? '0';
    const path = exact(share).lt(shareBefore) ? 'instalments' : 'annualFee';
    return short.slice(0, 1).map((money) => fault('DUE_BELOW_RECEIVED', [path], { condition, ...money }));
  });
}
