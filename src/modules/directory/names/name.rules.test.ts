import { checkRenaming, type Named, nameOn } from './name.rules';

const TODAY = '2026-03-10';
const of = (before: Named, changes: Record<string, string> = {}): string[] => {
  const given = { name: '新名', from: '2026-03-01', reason: '街道合并', ...changes };
  return checkRenaming(before, given, TODAY).rules.faults.map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );
};
const FIRST: Named = { name: '旧名', since: null };
const SECOND: Named = { name: '旧名', since: '2026-02-01' };

describe('a new name', () => {
  it.each<[string, Named, Record<string, string>, string[]]>([
    ['from a past day', FIRST, {}, []],
    ['from today', FIRST, { from: TODAY }, []],
    ['from tomorrow', FIRST, { from: '2026-03-11' }, ['DAY_IN_FUTURE from']],
    ['from the first day there is', FIRST, { from: '2000-01-01' }, ['DAY_OUT_OF_RANGE from']],
    ['from the second day there is', FIRST, { from: '2000-01-02' }, []],
    ['after the present one began', SECOND, {}, []],
    ['from the day the present one began', SECOND, { from: '2026-02-01' }, ['NAME_HOLDS_SINCE from']],
    ['before the present one began', SECOND, { from: '2026-01-31' }, ['NAME_HOLDS_SINCE from']],
    ['that corrects the one of today', { name: '旧名', since: TODAY }, { from: TODAY }, []],
    ['that is the present one', FIRST, { name: ' 旧名 ' }, ['NAME_UNCHANGED name']],
    ['of nothing, for nothing', FIRST, { name: '', reason: ' ' }, ['EMPTY_TEXT name', 'EMPTY_TEXT reason']],
    ['of 201 characters', FIRST, { name: '名'.repeat(201) }, ['TEXT_TOO_LONG name']],
  ])('%s', (_, before, changes, expected) => {
    expect(of(before, changes)).toEqual(expected);
  });
});

describe('the name on a day', () => {
  const FORMER = [
    { name: '甲', until: '2023-12-31' },
    { name: '乙', until: '2024-06-30' },
  ];
  it.each([
    ['2020-01-01', '甲'],
    ['2023-12-31', '甲'],
    ['2024-01-01', '乙'],
    ['2024-06-30', '乙'],
    ['2024-07-01', '丙'],
  ])('on %s is %s', (on, name) => {
    expect(nameOn('丙', FORMER, on)).toBe(name);
  });
});
