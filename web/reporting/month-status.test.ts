import { addressOfMonth, lastDayIn, monthStatusOf, stepsOf } from './month-status';

const month = { month: '2026-10', state: 'OPEN', isMissing: false } as const;

test.each([
  [month, '2026-10-31', 'RUNNING'],
  [month, '2026-11-01', 'DUE'],
  [{ ...month, isMissing: true }, '2026-11-06', 'MISSING'],
  [{ ...month, state: 'SENT_BACK' }, '2026-11-06', 'SENT_BACK'],
  [{ ...month, state: 'ACCEPTED' }, '2026-11-06', 'ACCEPTED'],
] as const)('the status of month %j on %s is %s', (it, today, status) => {
  expect(monthStatusOf(it, today)).toBe(status);
});

test('the last day of a month is that of its agreement where it ends earlier', () => {
  expect(lastDayIn('2026-02', '2026-12-31')).toBe('2026-02-28');
  expect(lastDayIn('2026-02', '2026-02-10')).toBe('2026-02-10');
});

const OPERATOR = ['month.read', 'month.handIn'];
const STREET = ['month.read', 'month.accept', 'month.sendBack'];

test.each([
  ['OPEN', OPERATOR, '2026-10-30', []],
  ['OPEN', OPERATOR, '2026-10-31', ['HAND_IN']],
  ['SENT_BACK', OPERATOR, '2026-11-20', ['HAND_IN']],
  ['HANDED_IN', OPERATOR, '2026-11-20', ['RECALL']],
  ['ACCEPTED', OPERATOR, '2026-11-20', []],
  ['OPEN', STREET, '2026-11-20', []],
  ['HANDED_IN', STREET, '2026-11-20', ['SEND_BACK', 'ACCEPT']],
  ['ACCEPTED', STREET, '2026-11-20', ['SEND_BACK']],
  ['HANDED_IN', ['month.read'], '2026-11-20', []],
] as const)('of a month that is %s, who may %j is offered on %s: %j', (state, may, today, steps) => {
  expect(stepsOf({ month: '2026-10', state }, { endsOn: '2027-04-30' }, may, today)).toEqual(steps);
});

test('the page of a month has agreement and month in its address', () => {
  expect(addressOfMonth('a', '2026-10')).toBe('/console/month?agreement=a&month=2026-10');
});
