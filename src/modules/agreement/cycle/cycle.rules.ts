import { monthsBetween } from '../../../platform/calendar';
import { type Fault, fault } from '../../../platform/faults';
import { InputRules, MAX_MONEY } from '../../../platform/input-rules';
import type { RegisterAgreementInput } from '../registration/agreement.input';
import { NAME } from '../registration/agreement.rules';
import type { RegisterContractCycleInput } from './cycle.input';
import type { CycleRow, CycleYear } from './cycle.repository';

/** Validates whatever of a cycle needs no database; returns its number as it is stored. */
export function checkCycle(
  rules: InputRules,
  input: Pick<RegisterContractCycleInput, 'procurementNumber' | 'amount' | 'startsOn' | 'endsOn'>,
): string {
  const { amount, startsOn, endsOn } = input;
  rules.amount(amount, ['amount'], MAX_MONEY, 2);
  rules.day(startsOn, ['startsOn']);
  rules.day(endsOn, ['endsOn']);
  if (endsOn < startsOn) rules.add('ENDS_BEFORE_START', ['endsOn']);
  return rules.text(input.procurementNumber, ['procurementNumber'], NAME);
}

/** The years that a cycle has begun to have. */
function yearsOf({ startsOn, endsOn }: Pick<CycleRow, 'startsOn' | 'endsOn'>): number {
  return Math.floor(monthsBetween(startsOn, endsOn) / 12) + 1;
}

/** Why an agreement cannot be that year of that cycle; the cycle is null where it is not within the scope. */
export function cycleFaults(
  {
    cycleId,
    cycleYear,
    operatorId,
    purchaserId,
    startsOn,
    endsOn,
  }: Pick<
    RegisterAgreementInput,
    'cycleId' | 'cycleYear' | 'operatorId' | 'purchaserId' | 'startsOn' | 'endsOn'
  >,
  cycle: CycleRow | null,
): Fault[] {
  if (cycleId == null) return cycleYear == null ? [] : [fault('CYCLE_MISSING', ['cycleId'])];
  if (!cycle) return [fault('CYCLE_NOT_FOUND', ['cycleId'])];
  if (cycle.organisationId !== operatorId || cycle.purchaserId !== purchaserId) {
    return [fault('CYCLE_OF_OTHERS', ['cycleId'])];
  }
  const faults: Fault[] = [];
  if (startsOn < cycle.startsOn || endsOn > cycle.endsOn) {
    faults.push(fault('OUTSIDE_CYCLE', ['cycleId'], { first: cycle.startsOn, last: cycle.endsOn }));
  }
  const years = yearsOf(cycle);
  if (cycleYear == null || cycleYear < 1 || cycleYear > years) {
    faults.push(fault('CYCLE_YEAR_OUT_OF_RANGE', ['cycleYear'], { years }));
  }
  return faults;
}

/** The next year of the cycle of an earlier agreement, where the cycle still runs and the parties are the same. */
export function nextYear(
  cycle: CycleYear | null,
  renewed: Pick<RegisterAgreementInput, 'operatorId' | 'purchaserId' | 'startsOn' | 'endsOn'>,
): Pick<RegisterAgreementInput, 'cycleId' | 'cycleYear'> {
  if (!cycle) return {};
  const next = { cycleId: cycle.id, cycleYear: cycle.year + 1 };
  return cycleFaults({ ...renewed, ...next }, cycle).length === 0 ? next : {};
}
