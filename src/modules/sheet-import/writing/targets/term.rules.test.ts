import { dayOfChange, termOfForm } from './term.rules';

const FIRST = { id: 'first', startsOn: '2024-05-01', endsOn: '2025-04-30' };
const SECOND = { id: 'second', startsOn: '2025-05-01', endsOn: '2026-04-30' };
const BOTH = [FIRST, SECOND];
const period = (from: string, to: string) => ({ from, to });

test.each([
  ['its days, within one term', BOTH, period('2024-05-01', '2024-12-31'), '2026-01-01', 'first'],
  ['the only term, where it names no days', [FIRST], null, '2030-01-01', 'first'],
  ['the running term, where it names no days', BOTH, null, '2025-06-01', 'second'],
  [
    'its months, where a term begins within one',
    [{ ...FIRST, startsOn: '2024-05-15' }, SECOND],
    period('2024-05-01', '2024-12-31'),
    '2026-01-01',
    'first',
  ],
])('a form is of the term of %s', (_, terms, days, today, id) => {
  expect(termOfForm(terms, days, today)).toMatchObject({ term: { id } });
});

test.each([
  ['days of no term', [FIRST], period('2023-05-01', '2023-12-31'), '2024-06-01', 'PERIOD_OUTSIDE_TERMS'],
  ['days of two terms', BOTH, period('2024-05-01', '2026-04-30'), '2024-06-01', 'PERIOD_OUTSIDE_TERMS'],
  ['no days, where several terms are over', BOTH, null, '2030-01-01', 'TERM_UNCLEAR'],
])('a form of %s is of none', (_, terms, days, today, code) => {
  expect(termOfForm(terms, days, today)).toMatchObject({ unclear: { code } });
});

test.each([
  ['today', null, '2024-08-01', '2024-08-01'],
  ['the first day of a term that has not begun', null, '2024-01-01', '2024-05-01'],
  ['the last day of a term that is over', null, '2030-01-01', '2025-04-30'],
  [
    'the last day of the form, where that is over',
    period('2024-05-01', '2024-12-31'),
    '2025-02-01',
    '2024-12-31',
  ],
  ['today, where the form looks ahead', period('2024-05-01', '2025-04-30'), '2024-08-01', '2024-08-01'],
])('a change counts from %s', (_, days, today, day) => {
  expect(dayOfChange(FIRST, days, today)).toBe(day);
});
