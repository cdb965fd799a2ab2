import type { CompletionTable } from '../../completion';
import { monthSums, monthTable } from './month-report.rules';

const zone = (name: string) => ({ id: name, name, organisationId: 'o', agreementId: 'a' });
const sums = (completed: string, target: string | null = null) => ({ target, completed, percent: null });
const table = (total: string, ...zones: [name: string, completed: string, target?: string][]) =>
  ({
    term: { id: 't', name: '年度', startsOn: '2024-01-01', endsOn: '2024-12-31' },
    from: '2024-03-01',
    to: '2024-03-31',
    timeProgressPercent: '24.86',
    zones: [],
    rows: [
      {
        indicator: { code: 'HOME_VISIT', nameZh: '探访' },
        measure: { code: 'VISITS', name: '次' },
        total: sums(total, '100'),
        byZone: zones.map(([name, done, target]) => ({ zone: zone(name), ...sums(done, target ?? null) })),
        byProject: [{ project: { id: 'p' }, ...sums('1') }],
      },
    ],
  }) as unknown as CompletionTable;
const shown = (...tables: CompletionTable[]): string[] =>
  monthSums(tables.map(monthTable)).map(({ zone: of, completed }) => `${of?.name ?? '-'} ${completed}`);

test('the sums of a month are those of its zones, and what is in none', () => {
  expect(shown(table('10', ['东片', '3'], ['西片', '0'], ['南片', '2.5']))).toEqual([
    '东片 3',
    '南片 2.5',
    '- 4.5',
  ]);
  expect(shown(table('5', ['东片', '5']))).toEqual(['东片 5']);
});

test('of a month in two terms they are added up', () => {
  expect(shown(table('10', ['东片', '3']), table('1', ['东片', '1']))).toEqual(['东片 4', '- 7']);
});

test('zones with neither a target nor a record, and projects, are not kept', () => {
  const [row] = monthTable(table('3', ['东片', '3'], ['西片', '0'], ['南片', '0', '9'])).rows;
  expect(row!.byZone.map(({ zone: { name } }) => name)).toEqual(['东片', '南片']);
  expect(row!.byProject).toEqual([]);
});
