import fc from 'fast-check';
import { monthsBetween } from '../month.rules';
import type { Spell, Staff, StaffedAgreement } from '../roster/staff';
import { type StaffingReport, staffingReport } from './staffing.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';

/** Compares the staffing report with an independent recount, day by day in half months. */
const { ASSISTANT, SENIOR } = CertificateLevel;

let made = 0;
const staff = (changes: Partial<Staff>): Staff => {
  made += 1;
  const id = String(made);
  return {
    id,
    code: `社工${id}`,
    name: id,
    position: '社工',
    kind: StaffKind.SOCIAL_WORKER,
    practisingSince: null,
    zoneIds: [],
    zoneChanges: [],
    spells: [],
    certificates: [],
    pay: [],
    voidedAt: null,
    voidReason: null,
    ...changes,
  };
};
const spellOf = (from: string, to: string | null): Spell => ({ id: from, from, to });

function report(members: Staff[], from: string, to: string): StaffingReport {
  const agreement: StaffedAgreement = {
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    requirements: null,
    parameters: {
      requiredPosts: '3',
      requiredCertifiedShare: '0.6',
      halfAfterDay: 15,
      practiceYears: 2,
      certifiedAfterMonths: 1,
    },
    zones: [{ id: 'z1' }, { id: 'z2' }, { id: 'z3' }],
    amendedZones: [],
    members,
  };
  return staffingReport(agreement, from, to, '2025-06-30');
}

const dayAt = (at: number): string =>
  new Date(Date.UTC(2023, 6, 1) + at * 86_400_000).toISOString().slice(0, 10);
const anyDay = fc.nat(700).map(dayAt);
const anyZones = fc.subarray(['z1', 'z2', 'z3'], { maxLength: 2 });
const anyStaff = fc
  .record({
    kind: fc.constantFrom(StaffKind.SOCIAL_WORKER, StaffKind.SOCIAL_WORKER, StaffKind.ADMINISTRATION),
    practisingSince: fc.option(fc.nat(1100).map((at) => dayAt(at - 800))),
    spells: fc.array(
      fc
        .tuple(fc.nat(600), fc.option(fc.nat(200)))
        .map(([from, days]) => spellOf(dayAt(from), days === null ? null : dayAt(from + days))),
      { minLength: 1, maxLength: 3 },
    ),
    certificates: fc.array(
      fc.record({ level: fc.constantFrom(ASSISTANT, SENIOR), passedOn: fc.option(anyDay) }),
      {
        maxLength: 2,
      },
    ),
    zoneIds: anyZones,
    zoneChanges: fc
      .array(fc.record({ since: anyDay, zoneIds: anyZones, setAt: fc.constant('') }), { maxLength: 3 })
      .map((changes) => changes.sort((a, b) => (a.since < b.since ? -1 : 1))),
  })
  .map((changes) => staff(changes));

/** The same figures in half months, counted from the days of the year. */
function recount(members: Staff[], months: string[]): Record<string, number[]> {
  const next = (month: string, years: number): string =>
    `${Number(month.slice(0, 4)) + years}${month.slice(4)}`;
  const counted = members.filter(({ kind }) => kind === StaffKind.SOCIAL_WORKER);
  const figures = { total: [] as number[], certified: [] as number[], experienced: [] as number[] };
  for (const month of months) {
    const sums = { total: 0, certified: 0, experienced: 0 };
    for (const { spells, certificates, practisingSince } of counted) {
      const own = spells.filter(({ from, to }) => from <= '2024-12-31' && (to ?? '9999') >= '2024-01-01');
      let first = 0;
      for (let day = 31; day >= 1; day -= 1) {
        const date = `${month}-${String(day).padStart(2, '0')}`;
        if (own.some(({ from, to }) => from <= date && date <= (to ?? '9999'))) first = day;
      }
      const halves = first === 0 ? 0 : first > 15 ? 1 : 2;
      sums.total += halves;
      if (certificates.some(({ passedOn }) => passedOn === null || passedOn < `${month}-01`))
        sums.certified += halves;
      if (practisingSince !== null && practisingSince <= `${next(month, -2)}-01`) sums.experienced += halves;
    }
    figures.total.push(sums.total);
    figures.certified.push(sums.certified);
    figures.experienced.push(sums.experienced);
  }
  return figures;
}

test('any staff: every figure equals the recount by day', () => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  fc.assert(
    fc.property(
      fc.array(anyStaff, { maxLength: 8 }),
      fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })),
      (members, bounds) => {
        const [from, to] = [...bounds]
          .sort((a, b) => a - b)
          .map((month) => `2024-${String(month).padStart(2, '0')}`);
        const months = monthsBetween(from!, to!);
        const answer = report(members, from!, to!);
        const { total, certified, experienced } = recount(members, months);
        const halves = (values: readonly string[]): number[] => values.map((value) => Number(value) * 2);
        expect(halves(answer.months.map((row) => row.total))).toEqual(total);
        expect(halves(answer.months.map((row) => row.certified))).toEqual(certified);
        expect(halves(answer.months.map((row) => row.experienced))).toEqual(experienced);
        expect(halves(answer.months.map((row) => row.uncertified))).toEqual(
          total!.map((value, at) => value - certified![at]!),
        );
        expect(halves([answer.total, answer.certified, answer.experienced])).toEqual(
          [total!, certified!, experienced!].map(sum),
        );
        expect(sum(answer.members.map((row) => Number(row.total)))).toBe(sum(total!) / 2);
        expect(sum(answer.staffByZone.map(({ personMonths }) => Number(personMonths)))).toBe(sum(total!) / 2);
        expect(sum(answer.staffByZone.map(({ atEnd }) => Number(atEnd)))).toBe(answer.headCountAtEnd);
        expect(answer.months.map(({ headCount }) => headCount)).toEqual(
          months.map((_, at) => answer.members.filter((row) => row.months[at] !== '0').length),
        );
        const steady = answer.members.filter((row) => row.months.every((value) => value !== '0')).length;
        expect(answer.stabilityPercent).toBe(((steady * 100) / 3).toFixed(2));
        expect(Number(answer.surplus)).toBe(sum(total!) / 2 - 3 * months.length);
        expect(answer.warnings.every(({ month }) => month === null)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
