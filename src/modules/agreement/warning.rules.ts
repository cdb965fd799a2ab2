import { type Day, monthsAfter } from '../../platform/calendar';
import { exact } from '../../platform/decimal';
import { type Fault, fault } from '../../platform/faults';

/** What is pointed out about an agreement. */
export function agreementWarnings({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Fault[] {
  return endsOn >= monthsAfter(startsOn, 12) ? [fault('LONGER_THAN_A_YEAR', ['endsOn'])] : [];
}

/** A fee of an amendment beside that of the registration, against which all rises are counted together. */
export interface FeeRise {
  firstFee: string | null;
  becomes: string;
}

/** More than a tenth above the first fee may need another procurement. */
const MAX_RAISE = '1.1';

/** What is pointed out about an amendment; null where it leaves the fee as it is. */
export function amendmentWarnings(fee: FeeRise | null): Fault[] {
  if (!fee || fee.firstFee === null) return [];
  const isRaised = exact(fee.becomes).gt(exact(fee.firstFee).times(MAX_RAISE));
  return isRaised ? [fault('FEE_RAISED', ['annualFee'], { firstFee: fee.firstFee })] : [];
}
