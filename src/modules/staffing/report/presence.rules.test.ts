import fc from 'fast-check';
import { monthsBetween } from '../month.rules';
import { endOfSpell, movements, presenceIn, spellsOf, staysOf } from './presence.rules';
import type { Spell, Staff, StaffedAgreement } from '../roster/staff';
import { StaffKind } from '../staffing.enums';

const AGREEMENT: StaffedAgreement = {
  startsOn: '2023-11-20',
  endsOn: '2024-10-10',
  requirements: null,
  parameters: {
    requiredPosts: null,
    requiredCertifiedShare: null,
    halfAfterDay: 15,
    practiceYears: 2,
    certifiedAfterMonths: 1,
  },
  zones: [],
  amendedZones: [],
  members: [],
};

const spell = (from: string, to: string | null = null): Spell => ({ id: from, from, to });
const staff = (id: string, ...spells: Spell[]): Staff => ({
  id,
  code: id,
  name: `${id}的姓名`,
  position: null,
  kind: StaffKind.SOCIAL_WORKER,
  practisingSince: null,
  zoneIds: [],
  zoneChanges: [],
  spells,
  certificates: [],
  pay: [],
  voidedAt: null,
  voidReason: null,
});

const in2024 = (spells: Spell[], month: string, after = 15): number =>
  presenceIn(spells, `2024-${month}`, after) / 2;

describe('in a month presence is', () => {
  it.each<[string, Spell[], string, number]>([
    ['none before the first day', [spell('2024-03-01')], '02', 0],
    ['whole from the 1st', [spell('2024-03-01')], '03', 1],
    ['whole from the 15th', [spell('2024-03-15')], '03', 1],
    ['half from the 16th', [spell('2024-03-16')], '03', 0.5],
    ['half from the last day', [spell('2024-02-29')], '02', 0.5],
    ['whole in the month after a late first day', [spell('2024-03-31')], '04', 1],
    ['whole in the month of leaving, on the 1st', [spell('2024-01-01', '2024-03-01')], '03', 1],
    ['none after leaving', [spell('2024-01-01', '2024-03-01')], '04', 0],
    ['half for a late first day and leaving at once', [spell('2024-03-20', '2024-03-20')], '03', 0.5],
    ['whole for a single early day', [spell('2024-03-15', '2024-03-15')], '03', 1],
    [
      'half in the month of a late return',
      [spell('2024-01-01', '2024-03-31'), spell('2024-06-20')],
      '06',
      0.5,
    ],
    [
      'whole where leaving and a late return share the month',
      [spell('2024-01-01', '2024-06-01'), spell('2024-06-20')],
      '06',
      1,
    ],
    [
      'whole where a late spell follows one of the same day before',
      [spell('2024-01-01', '2024-06-15'), spell('2024-06-16')],
      '06',
      1,
    ],
    ['half for two late spells', [spell('2024-06-18', '2024-06-18'), spell('2024-06-30')], '06', 0.5],
    ['none between two spells', [spell('2024-01-01', '2024-03-31'), spell('2024-06-20')], '05', 0],
    ['once for spells that overlap', [spell('2024-01-01'), spell('2024-03-20')], '03', 1],
    ['whole in the first month of the agreement by the actual first day', [spell('2023-11-05')], '01', 1],
  ])('%s', (_, spells, month, expected) => {
    expect(in2024(spells, month)).toBe(expected);
  });

  it('depends on the halfAfterDay of the agreement', () => {
    const late = [spell('2024-03-16')];
    expect([0, 15, 16, 31].map((after) => in2024(late, '03', after))).toEqual([0.5, 0.5, 1, 1]);
    expect(in2024([spell('2024-03-01')], '03', 0)).toBe(0.5);
    expect(in2024([spell('2024-02-01')], '03', 0)).toBe(0.5);
  });
});

test('the first month counts by the actual first day, even if it is before the agreement', () => {
  const of = (from: string): number =>
    presenceIn(spellsOf(AGREEMENT, staff('a', spell(from))), '2023-11', 15);
  expect(['2023-10-01', '2023-11-15', '2023-11-16', '2023-11-20', '2023-11-30'].map(of)).toEqual([
    2, 2, 1, 1, 1,
  ]);
});

test('a spell without a day in the agreement counts in no month, not even in its first or last one', () => {
  const outside = staff('a', spell('2023-11-01', '2023-11-19'), spell('2024-10-11'));
  expect(spellsOf(AGREEMENT, outside)).toEqual([]);
  const beside = staff('b', spell('2023-11-01', '2023-11-19'), spell('2023-11-22'));
  expect(presenceIn(spellsOf(AGREEMENT, beside), '2023-11', 15)).toBe(1);
});

test('a spell entered beyond the end of the agreement ends with it, and later if it is extended', () => {
  const given = staff('a', spell('2024-01-01', '2025-03-31'));
  const endIn = (endsOn: string): (string | null)[] =>
    spellsOf({ ...AGREEMENT, endsOn }, given).map(({ to }) => to);
  expect(['2024-10-10', '2025-03-30', '2025-03-31', '2025-12-31'].map(endIn)).toEqual([
    ['2024-10-10'],
    ['2025-03-30'],
    ['2025-03-31'],
    ['2025-03-31'],
  ]);
  expect(endOfSpell(spell('2024-10-11', '2025-01-01'), '2024-10-10')).toBe('2025-01-01');
  expect(endOfSpell(spell('2024-01-01'), '2024-10-10')).toBeNull();
});

test('a member on post to the last representable day has not left', () => {
  const open = staff('a', spell('2024-01-01', '9999-12-31'), spell('2024-03-01', '2024-04-01'));
  const endless = { ...AGREEMENT, endsOn: '9999-12-31' };
  expect(staysOf(spellsOf(endless, open))).toEqual([{ from: '2024-01-01', to: '9999-12-31' }]);
});

/** Days from 2023-09-01 on, as numbers. */
const dayAt = (at: number): string =>
  new Date(Date.UTC(2023, 8, 1) + at * 86_400_000).toISOString().slice(0, 10);
const anySpell = fc
  .tuple(fc.nat(400), fc.option(fc.nat(120)))
  .map(([from, days]) => spell(dayAt(from), days === null ? null : dayAt(from + days)));
const anySpells = fc.array(anySpell, { maxLength: 4 });

/** Whether the member is on post, per day. */
const isThere = (spells: readonly Spell[], day: string): boolean =>
  spells.some(({ from, to }) => from <= day && day <= (to ?? '9999'));

const MONTHS = monthsBetween('2023-09', '2024-12');

test('any spells: presence equals a count of the days of the month', () => {
  fc.assert(
    fc.property(anySpells, fc.integer({ min: 0, max: 31 }), (spells, after) => {
      const walked = MONTHS.map((month) => {
        const first = Array.from({ length: 31 }, (_, at) => at + 1).find((day) =>
          isThere(spells, `${month}-${String(day).padStart(2, '0')}`),
        );
        return first === undefined ? 0 : first > after ? 1 : 2;
      });
      expect(MONTHS.map((month) => presenceIn(spells, month, after))).toEqual(walked);
    }),
    { numRuns: 300 },
  );
});

test('any spells: merged spells cover the same days, each day once, and are separated by days off post', () => {
  const days = Array.from({ length: 560 }, (_, at) => dayAt(at));
  fc.assert(
    fc.property(anySpells, (spells) => {
      const stays = staysOf(spells);
      const covered = days.map((day) => stays.filter((stay) => isThere([{ id: '', ...stay }], day)).length);
      expect(covered).toEqual(days.map((day) => (isThere(spells, day) ? 1 : 0)));
      const begins = days.filter((day, at) => isThere(spells, day) && !isThere(spells, dayAt(at - 1)));
      expect(stays.map(({ from }) => from)).toEqual(begins);
    }),
    { numRuns: 100 },
  );
});

describe('joined and left', () => {
  const moved = (member: Staff, from = '2023-11', to = '2024-10'): string[] => {
    const { joined, left } = movements(AGREEMENT, [member], from, to);
    return [...joined.map(({ on }) => `+${on}`), ...left.map(({ on }) => `-${on}`)];
  };

  it.each<[string, Spell[], string[]]>([
    ['not a member on post from the first day to the last', [spell('2023-11-20', '2024-10-10')], []],
    ['not a member on post before the agreement and after it', [spell('2020-01-01')], []],
    ['a member who came a day after it began', [spell('2023-11-21')], ['+2023-11-21']],
    ['a member who went a day before it ends', [spell('2023-01-01', '2024-10-09')], ['-2024-10-09']],
    [
      'a member who went and came back, both',
      [spell('2023-01-01', '2024-02-10'), spell('2024-05-20')],
      ['+2024-05-20', '-2024-02-10'],
    ],
    [
      'not a member whose next spell is adjacent',
      [spell('2023-01-01', '2024-02-10'), spell('2024-02-11')],
      [],
    ],
    ['not a member whose spells overlap', [spell('2023-01-01', '2024-02-10'), spell('2024-01-11')], []],
    [
      'not a member with spells outside the agreement',
      [spell('2023-11-01', '2023-11-19'), spell('2024-10-11')],
      [],
    ],
  ])('is %s', (_, spells, expected) => {
    expect(moved(staff('a', ...spells))).toEqual(expected);
  });

  it('are those of the requested months', () => {
    const member = staff('a', spell('2024-01-31', '2024-03-01'));
    expect(moved(member, '2024-01', '2024-01')).toEqual(['+2024-01-31']);
    expect(moved(member, '2024-02', '2024-02')).toEqual([]);
    expect(moved(member, '2024-03', '2024-10')).toEqual(['-2024-03-01']);
  });

  it('are sorted by day, with name or code', () => {
    const coded = { ...staff('社工02', spell('2024-01-05')), name: null };
    const { joined } = movements(AGREEMENT, [staff('b', spell('2024-01-09')), coded], '2023-11', '2024-10');
    expect(joined).toEqual([
      { memberId: '社工02', name: '社工02', on: '2024-01-05' },
      { memberId: 'b', name: 'b的姓名', on: '2024-01-09' },
    ]);
  });
});
