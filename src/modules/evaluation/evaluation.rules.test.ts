import fc from 'fast-check';
import type { CreateEvaluationInput, EvaluationGroupInput } from './evaluation.input';
import { checkScores, checkTree, gradeOfTotal, type Leaf, scoreOfGroup, totalOf } from './evaluation.rules';

const SPAN = { startsOn: '2023-02-01', endsOn: '2024-01-31' };
const cents = (value: number): string => (value / 100).toFixed(2);

function faults(groups: EvaluationGroupInput[], changes: Partial<CreateEvaluationInput> = {}): string[] {
  const input = { agreementId: 'a', name: '绩效自评', groups, ...changes };
  return checkTree(input, SPAN)
    .faults.map(({ code, path }) => `${code} ${path.join('.')}`)
    .sort();
}

const VALID: EvaluationGroupInput[] = [
  { name: '资金使用完成情况', weight: '10' },
  {
    name: '产出指标',
    weight: '90.00',
    items: [
      { name: '数量', weight: '45.5' },
      { name: '质量', weight: '44.5' },
    ],
  },
];

describe('a tree', () => {
  it('whose weights add up at both levels is valid', () => {
    expect(faults(VALID)).toEqual([]);
    expect(faults([{ name: '自评总分', weight: '100', items: [] }])).toEqual([]);
  });

  it.each<[string, EvaluationGroupInput[], string[]]>([
    ['no group', [], ['TOO_FEW groups']],
    [
      '21 groups',
      Array.from({ length: 21 }, (_, at) => ({ name: String(at), weight: '1' })),
      ['TOO_MANY groups'],
    ],
    ['weights of 99.99', [{ name: '甲', weight: '99.99' }], ['WEIGHTS_DO_NOT_ADD_UP groups']],
    [
      'weights of 100.01',
      [
        { name: '甲', weight: '50' },
        { name: '乙', weight: '50.01' },
      ],
      ['WEIGHTS_DO_NOT_ADD_UP groups'],
    ],
    [
      'items that do not add up to their group',
      [
        {
          name: '甲',
          weight: '100',
          items: [
            { name: '一', weight: '60' },
            { name: '二', weight: '39' },
          ],
        },
      ],
      ['WEIGHTS_DO_NOT_ADD_UP groups.0.items'],
    ],
    [
      'repeated names',
      [
        { name: '甲', weight: '50' },
        {
          name: ' 甲 ',
          weight: '50',
          items: [
            { name: '一', weight: '25' },
            { name: '一', weight: '25' },
          ],
        },
      ],
      ['DUPLICATE_NAME groups.1.items.1.name', 'DUPLICATE_NAME groups.1.name'],
    ],
    [
      'weights of zero, below zero, and of three decimals',
      [
        { name: '甲', weight: '0' },
        { name: '乙', weight: '-1' },
        { name: '丙', weight: '100.999' },
        { name: '', weight: '0.001' },
      ],
      [
        'EMPTY_TEXT groups.3.name',
        'NEGATIVE groups.1.weight',
        'TOO_LARGE groups.2.weight',
        'TOO_MANY_DECIMALS groups.3.weight',
        'WEIGHT_MISSING groups.0.weight',
      ],
    ],
  ])('with %s is refused, with all faults', (_, groups, expected) => {
    expect(faults(groups)).toEqual(expected);
  });

  it.each([
    [{ name: ' ' }, ['EMPTY_TEXT name']],
    [{ name: '名'.repeat(201) }, ['TEXT_TOO_LONG name']],
    [{ fiscalYear: 2022 }, ['OUTSIDE_AGREEMENT fiscalYear']],
    [{ fiscalYear: 2025 }, ['OUTSIDE_AGREEMENT fiscalYear']],
    [{ fiscalYear: 2023 }, []],
    [{ fiscalYear: 2024 }, []],
  ])('needs a name, and a year within the agreement if any: %j', (changes, expected) => {
    expect(faults(VALID, changes)).toEqual(expected);
  });

  /** Whole hundredths that sum to `whole`, as many as wanted. */
  const split = (whole: number, most: number): fc.Arbitrary<number[]> =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: whole - 1 }), { maxLength: most - 1 })
      .map((cuts) => [...cuts.sort((a, b) => a - b), whole].map((cut, at, all) => cut - (all[at - 1] ?? 0)));

  const tree = split(10_000, 8).chain((weights) =>
    fc.tuple(
      ...weights.map((weight, at) =>
        (weight === 1
          ? fc.constant<number[]>([])
          : fc.oneof(fc.constant<number[]>([]), split(weight, 5))
        ).map((items) => ({
          name: `组${at}`,
          weight: cents(weight),
          items: items.map((item, of) => ({ name: `项${of}`, weight: cents(item) })),
        })),
      ),
    ),
  );

  it('whose weights add up at both levels is valid, whatever its shape', () => {
    fc.assert(fc.property(tree, (groups) => expect(faults(groups)).toEqual([])));
  });

  it('that is off by a hundredth anywhere is refused', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (groups, at) => {
        const entries = groups.flatMap((group) => [group, ...group.items]);
        const entry = entries[at % entries.length]!;
        entry.weight = (Number(entry.weight) + 0.01).toFixed(2);
        expect(faults(groups).filter((fault) => fault.startsWith('WEIGHTS_DO_NOT_ADD_UP'))).not.toEqual([]);
      }),
    );
  });
});

const leaf = (id: string, weight: string, changes: Partial<Leaf> = {}): Leaf => ({
  id,
  weight,
  groupId: 'g',
  isLeaf: true,
  revision: 0,
  score: null,
  evidence: null,
  ...changes,
});
const LEAVES = [
  leaf('a', '10.00'),
  leaf('b', '11.50', { revision: 2, score: '9' }),
  leaf('g', '21.50', { groupId: null, isLeaf: false }),
];

describe('scores', () => {
  const refused = (
    ...scores: { itemId: string; score: string; evidence?: string; expectedRevision?: number }[]
  ): string[] => checkScores(LEAVES, scores).faults.map(({ code, path }) => `${code} ${path.join('.')}`);

  it('up to the weight of their leaf are valid', () => {
    expect(
      refused(
        { itemId: 'a', score: '10' },
        { itemId: 'b', score: '11.5', evidence: '台账', expectedRevision: 2 },
      ),
    ).toEqual([]);
    expect(refused({ itemId: 'a', score: '0', expectedRevision: 0 })).toEqual([]);
  });

  it('are refused with all faults', () => {
    expect(
      refused(
        { itemId: 'a', score: '10.01' },
        { itemId: 'b', score: '1.234', evidence: ' ', expectedRevision: 1 },
        { itemId: 'g', score: '1' },
        { itemId: 'x', score: '1' },
        { itemId: 'a', score: '-1' },
      ),
    ).toEqual([
      'SCORE_ABOVE_MAXIMUM scores.0.score',
      'TOO_MANY_DECIMALS scores.1.score',
      'REVISION_CHANGED scores.1.expectedRevision',
      'EMPTY_TEXT scores.1.evidence',
      'NOT_A_LEAF scores.2.itemId',
      'UNKNOWN_ITEM scores.3.itemId',
      'DUPLICATE_ITEM scores.4.itemId',
      'NEGATIVE scores.4.score',
    ]);
    expect(refused()).toEqual(['TOO_FEW scores']);
  });
});

describe('sums', () => {
  it('of a group are those of its items, or its own score; null until all are given', () => {
    expect(scoreOfGroup({ isLeaf: true, score: '9.50' }, [])).toBe('9.5');
    expect(scoreOfGroup({ isLeaf: true, score: null }, [])).toBeNull();
    expect(scoreOfGroup({ isLeaf: false, score: null }, [{ score: '1.25' }, { score: '2.75' }])).toBe('4');
    expect(scoreOfGroup({ isLeaf: false, score: null }, [{ score: '1.25' }, { score: null }])).toBeNull();
  });

  it.each([
    ['89.99', 'GOOD'],
    ['90', 'EXCELLENT'],
    ['59.99', 'UNQUALIFIED'],
  ])('of all leaves are the total, and %s is %s', (total, grade) => {
    const rest = (Number(total) - 21.5).toFixed(2);
    const leaves = [leaf('a', '78.50', { score: rest }), leaf('b', '21.50', { score: '21.50' }), LEAVES[2]!];
    expect(totalOf(leaves)).toBe(total);
    expect(gradeOfTotal(totalOf(leaves))).toBe(grade);
  });

  it('are null while a leaf has no score, and so is the grade', () => {
    expect(totalOf(LEAVES)).toBeNull();
    expect(gradeOfTotal(null)).toBeNull();
  });

  it('of the groups add up to the total exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(500), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (groups) => {
          const leaves = groups.flat().map((score, at) => leaf(String(at), '5', { score: cents(score) }));
          const sums = groups.map((items) =>
            scoreOfGroup(
              { isLeaf: false, score: null },
              items.map((score) => ({ score: cents(score) })),
            ),
          );
          const hundredths = (text: string | null): number => Math.round(Number(text) * 100);
          expect(sums.reduce((sum, score) => sum + hundredths(score), 0)).toBe(hundredths(totalOf(leaves)));
        },
      ),
    );
  });
});
