import { message } from '../../../../messages';
import { rosterMonths, type Settings, type Staff } from '../../../staffing';
import type { RosterPerson } from '../../fujian-2/person';
import type { SheetFault } from '../../reading/fault';
import { faultAt } from './roster-plan.rules';

/** Presence and ticks of a person that differ from what is on record: compared, never stored. */
export function onRecordFaults(person: RosterPerson, member: Staff, settings: Settings): SheetFault[] {
  const { months } = person.cells;
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const agreement = { ...settings, requirements: null, zones: [], amendedZones: [], members: [member] };
  const [line] = rosterMonths(agreement, first, last);
  return months.flatMap(({ month, presence, insurance, salary }, at): SheetFault[] => {
    const recorded = line?.months.find((one) => one.month === month);
    const given = person.presence[at];
    if (!recorded || given === undefined) return [];
    if (recorded.presence !== given) {
      const reason = message('PRESENCE_ON_RECORD', { month, given, expected: recorded.presence });
      return [faultAt(person, presence, 'WARNING', reason, given)];
    }
    return [
      { cell: insurance, given: person.socialInsurancePaid[at], was: recorded.socialInsurancePaid },
      { cell: salary, given: person.salaryPaid[at], was: recorded.salaryPaid },
    ].flatMap(({ cell, given: tick, was }) =>
      cell === null || was === null || tick === was
        ? []
        : [faultAt(person, cell, 'WARNING', message('PAY_ON_RECORD', { month }), tick ? '√' : '——')],
    );
  });
}
