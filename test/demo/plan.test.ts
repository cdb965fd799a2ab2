import { yearsOn } from '../../src/demo/living/days';
import type { Command, PlannedRecord, Step } from '../../src/demo/living/commands';
import { planUntil } from '../../src/demo/living/plan';
import { dayAt, dayOf, lastDayOfMonth } from '../../src/platform/calendar';

/** The first and the last days of all months of a leap year, and some in between. */
const DAYS = Array.from({ length: 12 }, (_, month) => `2028-${String(month + 1).padStart(2, '0')}`)
  .flatMap((month) => [`${month}-01`, lastDayOfMonth(month)])
  .concat('2027-01-01', '2027-02-28', '2027-03-01', '2028-02-28', '2028-05-03', '2028-05-04', '2028-05-15');

interface PlannedMonth {
  state: 'HANDED_IN' | 'ACCEPTED' | 'SENT_BACK';
  isLate: boolean;
}

const of = <Kind extends Command['kind']>(
  steps: readonly Step[],
  kind: Kind,
): Extract<Command, { kind: Kind }>[] =>
  steps.flatMap(({ command }) =>
    command.kind === kind ? [command as Extract<Command, { kind: Kind }>] : [],
  );
const recordsOf = (steps: readonly Step[]): PlannedRecord[] =>
  of(steps, 'records').flatMap(({ records }) => records);

/** Takes the steps with months; refuses what the API would refuse. */
function monthsAfter(steps: readonly Step[]): Map<string, PlannedMonth> {
  const months = new Map<string, PlannedMonth>();
  const isClosed = (month: string): boolean =>
    ['HANDED_IN', 'ACCEPTED'].includes(months.get(month)?.state ?? '');
  for (const { at, command } of steps) {
    if (command.kind === 'records' || command.kind === 'correction') {
      const written = command.kind === 'records' ? command.records : [command.record];
      const day = dayOf(at);
      if (written.some(({ occurredOn }) => isClosed(occurredOn.slice(0, 7)) || occurredOn > day)) {
        throw new Error(`${day}: a record of a closed month, or of a day to come`);
      }
    } else if (command.kind === 'handIn') {
      const due = dayAt(lastDayOfMonth(command.month), 6);
      const day = dayOf(at);
      if (isClosed(command.month) || day < lastDayOfMonth(command.month))
        throw new Error(`${command.month} is handed in`);
      months.set(command.month, { state: 'HANDED_IN', isLate: day > due });
    } else if (command.kind === 'accept' || command.kind === 'sendBack') {
      const month = months.get(command.month);
      if (!month || !isClosed(command.month)) throw new Error(`${command.month} is not handed in`);
      month.state = command.kind === 'accept' ? 'ACCEPTED' : 'SENT_BACK';
    }
  }
  return months;
}

describe.each(DAYS)('on %s', (today) => {
  const years = yearsOn(today);
  const steps = planUntil(today, years);
  const yesterday = dayAt(today, 0);

  test('a year is in force, the one before has ended, and nothing is done later than yesterday', () => {
    expect(years.current.startsOn <= yesterday && years.current.endsOn > today).toBe(true);
    expect(dayAt(years.earlier.endsOn, 2)).toBe(years.current.startsOn);
    const moments = steps.map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
    expect(dayOf(new Date(moments.at(-1)!)) <= yesterday).toBe(true);
  });

  test('there are some records of each day until yesterday, none of a month that was closed', () => {
    const records = recordsOf(steps);
    const days = new Set(records.map(({ occurredOn }) => occurredOn));
    for (let day = years.earlier.startsOn; day <= yesterday; day = dayAt(day, 2)) expect(days).toContain(day);
    expect(days).not.toContain(today);
    expect(records.filter(({ occurredOn }) => occurredOn === yesterday).length).toBeGreaterThan(1);
    expect(new Set(records.map(({ key }) => key)).size).toBe(records.length);
    expect(() => monthsAfter(steps)).not.toThrow();
  });

  test('months are accepted, handed in, late and sent back', () => {
    const months = monthsAfter(steps);
    const current = [...months].filter(([month]) => month >= years.current.startsOn.slice(0, 7));
    const states = current.map(([, { state }]) => state);
    expect(states).toEqual([
      ...Array.from({ length: 4 }, () => 'ACCEPTED'),
      'SENT_BACK',
      'HANDED_IN',
      ...(today.slice(8) > '03' ? ['HANDED_IN'] : []),
    ]);
    expect(current.filter(([, { isLate }]) => isLate)).toHaveLength(1);
    expect([...months.values()].filter(({ state }) => state === 'ACCEPTED')).toHaveLength(16);
  });

  test('an assessment is open, and two parties have scored', () => {
    const own = steps.filter(({ year }) => year.name === 'current');
    expect(of(own, 'assessment')).toHaveLength(1);
    expect(of(own, 'score')).toHaveLength(2);
    expect(of(own, 'closing')).toHaveLength(0);
  });
});

test('the day after, what was planned is unchanged, and a day is added', () => {
  const before = planUntil('2028-02-28', yearsOn('2028-02-28'));
  const after = planUntil('2028-02-29', yearsOn('2028-02-29'));
  expect(recordsOf(after).slice(0, recordsOf(before).length)).toEqual(recordsOf(before));
  expect(recordsOf(after).length).toBeGreaterThan(recordsOf(before).length);
});
