import { checkAskedDays, checkAskedRange } from './asked-days';
import { Refusal } from './refusal';

function refusalOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('BAD_USER_INPUT');
    return error.text.en;
  }
}

test.each([
  [{ from: '2000-01-01', to: '2100-12-31' }, null],
  [{ from: null, to: undefined }, null],
  [{ from: '1999-12-31' }, /^from .*2000-01-01/],
  [{ from: '2024-01-01', to: '2101-01-01' }, /^to .*2100-12-31/],
  [{ from: '2000-01', to: '2100-12' }, null],
  [{ from: '1999-12' }, /^from .*2000-01 /],
  [{ to: '9999-12' }, /^to .*2100-12\./],
])('a question about %j: %s', (asked, expected) => {
  const refusal = refusalOf(() => {
    checkAskedDays(asked);
  });
  if (expected === null) expect(refusal).toBeNull();
  else expect(refusal).toMatch(expected);
});

test('a range is refused where it ends before it begins, and not where an end is open', () => {
  expect(refusalOf(() => checkAskedRange('2024-01-02', '2024-01-01'))).toMatch(/after/);
  expect(refusalOf(() => checkAskedRange('2024-01-01', '2024-01-01'))).toBeNull();
  expect(refusalOf(() => checkAskedRange('2024-01-02', null))).toBeNull();
  expect(refusalOf(() => checkAskedRange(null, '9999-12-31'))).toMatch(/^to /);
});
