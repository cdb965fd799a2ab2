import { atCells, EMPTY, figuresOf, type Line, pasted, subjectOf, zoneOf } from './lines';

const measure = (code: string, name: string, unit: string) => ({ code, name, unit });
const CATALOGUE = [
  {
    code: 'GROUPWORK',
    name: '小组',
    aliases: ['小组服务'],
    measures: [measure('GROUPS', '个数', '个'), measure('PARTICIPANTS', '人次', '人次')],
  },
  {
    code: 'CASE_FILE',
    name: '建档',
    aliases: ['困难群众和特殊群体建档'],
    measures: [measure('FILES', '份数', '份')],
  },
];
const ZONES = [
  { id: 'z1', name: '片区一' },
  { id: 'z2', name: '片区二' },
];
const WORDS = { required: '必填', otherZone: '没有', place: (line: number) => `第${String(line)}行` };

test.each([
  ['小组：人次', 'GROUPWORK PARTICIPANTS'],
  ['小组服务（个）', 'GROUPWORK GROUPS'],
  ['小组 · 个数', 'GROUPWORK GROUPS'],
  ['建档', 'CASE_FILE FILES'],
  ['困难群众和特殊群体建档', 'CASE_FILE FILES'],
  // Which of its measures is not said.
  ['小组', undefined],
  ['预算执行', undefined],
])('“%s” means %s', (name, expected) => {
  const found = subjectOf(name, CATALOGUE);
  expect(found && `${found.indicator} ${found.measure}`).toBe(expected);
});

test.each([
  ['片区一', 'z1'],
  ['片区1', 'z1'],
  ['第二片区', 'z2'],
  ['合计', ''],
  ['', ''],
  ['片区三', '片区三'],
])('the zone “%s” is %s', (text, expected) => {
  expect(zoneOf(text, ZONES)).toBe(expected);
});

describe('what is pasted', () => {
  test('fills the columns that its headings name, whatever their order', () => {
    const rows = [
      ['片区', '指标', '度量', '完成量', '协议量', '完成率'],
      ['片区1', '小组', '人次', '386', '360', '107%'],
      ['合计', '建档', '', '2185', '1800', '/'],
    ];
    expect(pasted([EMPTY], { line: 0, column: 'percent' }, rows, ZONES)).toEqual([
      { name: '小组：人次', zone: 'z1', target: '360', completed: '386', percent: '107%', where: '' },
      { name: '建档', zone: '', target: '1800', completed: '2185', percent: '/', where: '' },
    ]);
  });

  test('goes from its cell to the right and down where it has no headings', () => {
    const [, second] = pasted(
      [{ ...EMPTY, name: '建档' }, EMPTY],
      { line: 1, column: 'target' },
      [['5', '6']],
      ZONES,
    );
    expect(second).toEqual({ ...EMPTY, target: '5', completed: '6' });
  });
});

describe('the lines of a report', () => {
  const line = (changes: Partial<Line>): Line => ({ ...EMPTY, ...changes });

  test('are figures, each with where it is; lines without one are none', () => {
    const lines = [
      line({}),
      line({ name: '建档', zone: 'z1', completed: '765', percent: '127.5%', where: '附件1-1 D6' }),
      line({ name: '预算执行', percent: '75.5%' }),
    ];
    expect(figuresOf(lines, CATALOGUE, ZONES, WORDS)).toEqual({
      figures: [
        {
          indicator: 'CASE_FILE',
          measure: 'FILES',
          zoneId: 'z1',
          where: '附件1-1 D6',
          kind: 'COMPLETED',
          value: '765',
        },
        {
          indicator: 'CASE_FILE',
          measure: 'FILES',
          zoneId: 'z1',
          where: '附件1-1 D6',
          kind: 'PERCENT',
          value: '127.5%',
        },
        { subject: '预算执行', zoneId: null, kind: 'PERCENT', value: '75.5%', where: '第3行' },
      ],
      cells: ['1 completed', '1 percent', '2 percent'],
      mistakes: [],
    });
  });

  test('without a name, or with a zone that is not of the agreement, say so at their cell', () => {
    const { mistakes } = figuresOf(
      [line({ target: '1' }), line({ name: '建档', zone: '片区三', target: '1' })],
      CATALOGUE,
      ZONES,
      WORDS,
    );
    expect(mistakes.map(({ path }) => path)).toEqual([['0 name'], ['1 zone']]);
  });

  test('have the refusals of the server at the cells that they are about', () => {
    const refusals = [
      { message: 'a', path: ['figures', '1', 'value'] },
      { message: 'b', path: ['figures', '1', 'where'] },
      { message: 'c', path: ['title'] },
    ];
    const at = atCells(refusals, ['0 target', '3 percent']);
    expect(at.map(({ path }) => path)).toEqual([['3 percent'], ['3 where'], ['title']]);
  });
});
