import { type Agreement, begunOf, monthChosen, type ReportMonth, termOf } from './chosen';

const month = (name: string, state: ReportMonth['state']): ReportMonth => ({
  id: name,
  month: name,
  state,
  dueOn: '2026-12-05',
  handedInAt: null,
  isLate: false,
  isMissing: false,
  closesAfter: null,
  agreement: { id: 'a' },
});
const term = (id: string, startsOn: string, endsOn: string) => ({
  id,
  name: id,
  startsOn,
  endsOn,
  hasRecords: true,
});
const agreement: Agreement = {
  id: 'a',
  state: 'CONFIRMED',
  startsOn: '2026-08-01',
  endsOn: '2027-07-31',
  monthsDueDay: 5,
  operator: { id: 'o', name: '甲', shortName: null },
  station: { id: 's', name: '站' },
  terms: [term('first', '2026-08-01', '2026-10-15'), term('second', '2026-10-16', '2027-07-31')],
  months: [
    month('2026-08', 'ACCEPTED'),
    month('2026-09', 'HANDED_IN'),
    month('2026-10', 'SENT_BACK'),
    month('2026-11', 'OPEN'),
    month('2026-12', 'OPEN'),
  ],
};
const TODAY = '2026-11-29';

test.each([
  [null, ['month.handIn'], '2026-10'],
  [null, ['month.accept'], '2026-09'],
  [null, [], '2026-09'],
  ['2026-11', ['month.handIn'], '2026-11'],
  ['2026-12', ['month.handIn'], '2026-10'],
  ['2020-01', ['month.accept'], '2026-09'],
])('asked for %s, who may %j gets %s', (asked, may, chosen) => {
  expect(monthChosen(agreement, asked, may, TODAY)?.month).toBe(chosen);
});

test('where nothing waits it is the last month that has begun; before the first there is none', () => {
  const settled = { ...agreement, months: [month('2026-08', 'ACCEPTED'), month('2026-09', 'ACCEPTED')] };
  expect(monthChosen(settled, null, ['month.handIn'], TODAY)?.month).toBe('2026-09');
  expect(monthChosen(agreement, null, ['month.handIn'], '2026-07-31')).toBeUndefined();
  expect(begunOf(agreement, TODAY)).toHaveLength(4);
});

test('the term of a month is the last that has a day in it', () => {
  expect(termOf(agreement, '2026-09')?.id).toBe('first');
  expect(termOf(agreement, '2026-10')?.id).toBe('second');
  expect(termOf(agreement, '2028-01')).toBeUndefined();
});
