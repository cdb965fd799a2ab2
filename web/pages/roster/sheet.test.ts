import { countedMonths, partsOf, type Presence, spansOf } from './sheet';

const MONTHS = ['2024-05', '2024-06', '2024-07', '2024-08'].map((month) => ({
  month,
  headCount: 2,
  total: '2',
  certified: month > '2024-06' ? '2' : '1',
  uncertified: month > '2024-06' ? '0' : '1',
  experienced: '0',
  postsSurplus: null,
  socialInsurancePaid: 0,
  salaryPaid: 0,
}));
const member = (memberId: string, more: Partial<Presence>): Presence => ({
  memberId,
  code: memberId,
  name: memberId,
  position: null,
  months: ['1', '1', '1', '1'],
  total: '4',
  certified: '4',
  uncertified: '0',
  experienced: '0',
  ...more,
});
/** On post from the middle of May, certified from July on, two years in practice from August on. */
const PASSED = member('passed', {
  months: ['0.5', '1', '1', '1'],
  total: '3.5',
  certified: '2',
  uncertified: '1.5',
  experienced: '1',
});
const REPORT = {
  members: [
    member('certified', {}),
    PASSED,
    member('away', { months: ['0', '0', '0', '0'], certified: '0' }),
  ],
  months: MONTHS,
  certified: '6',
  uncertified: '1.5',
};

test('a certificate and the years of practice count from a month on', () => {
  expect(
    countedMonths(PASSED, MONTHS).map(({ isCertified, isExperienced }) => [isCertified, isExperienced]),
  ).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [true, true],
  ]);
});

test('who passes on the way is in both parts, under the same number, each month in one of them', () => {
  const [certified, uncertified] = partsOf(REPORT, undefined);
  expect(
    certified?.rows.map(({ number, isAgain, total, experienced }) => [number, isAgain, total, experienced]),
  ).toEqual([
    [1, false, '4', '0'],
    [2, false, '2', '1'],
  ]);
  expect(
    uncertified?.rows.map(({ number, isAgain, total, experienced }) => [number, isAgain, total, experienced]),
  ).toEqual([[2, true, '1.5', '0']]);
  expect(spansOf(certified?.rows[1]?.cells ?? []).map((span) => span.length)).toEqual([2, 1, 1]);
  expect(spansOf(uncertified?.rows[0]?.cells ?? []).map((span) => span.length)).toEqual([1, 1, 2]);
});

test('pay is counted where the month is', () => {
  const pay = MONTHS.map(({ month }) => ({
    month,
    socialInsurancePaid: true,
    salaryPaid: month === '2024-05',
  }));
  const staff = [{ id: 'passed', pay }] as unknown as Parameters<typeof partsOf>[1];
  const [certified, uncertified] = partsOf(REPORT, staff);
  expect(certified?.months.map((it) => it.socialInsurancePaid)).toEqual([0, 0, 1, 1]);
  expect(uncertified?.months.map((it) => [it.socialInsurancePaid, it.salaryPaid])).toEqual([
    [1, 1],
    [1, 0],
    [0, 0],
    [0, 0],
  ]);
});
