import { checkAskedDays, checkAskedRange } from './asked-days';
import { AppError } from './app-error';

function refusalOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${error.code} ${error.message}`;
  }
}

test.each([
  [{ from: '2000-01-01', to: '2100-12-31' }, 'null'],
  [{ from: null, to: undefined }, 'null'],
  [{ from: '1999-12-31' }, 'BAD_USER_INPUT from must be from 2000-01-01 to'],
  [{ from: '2024-01-01', to: '2101-01-01' }, 'BAD_USER_INPUT to must be from 2000-01-01 to 2100-12-31'],
  [{ from: '2000-01', to: '2100-12' }, 'null'],
  [{ from: '1999-12' }, 'BAD_USER_INPUT from must be from 2000-01 to 2100-12.'],
  [{ to: '9999-12' }, 'BAD_USER_INPUT to must be from 2000-01 to 2100-12.'],
])('a request for %j: %s', (asked, expected) => {
  const refusal = refusalOf(() => {
    checkAskedDays(asked);
  });
  expect(String(refusal)).toMatch(expected);
});

test('a range is refused where it ends before it begins, and not where an end is open', () => {
  const of = (from: string | null, to: string | null): string | null =>
    refusalOf(() => {
      checkAskedRange(from, to);
    });
  expect(of('2024-01-02', '2024-01-01')).toBe('BAD_USER_INPUT from must not be after to.');
  expect([of('2024-01-01', '2024-01-01'), of('2024-01-02', null)]).toEqual([null, null]);
  expect(of(null, '9999-12-31')).toMatch('to must be from 2000-01-01');
});
