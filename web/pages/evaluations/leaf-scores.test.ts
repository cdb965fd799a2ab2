import { atLeaves, leavesOf, scoresOf } from './leaf-scores';

const leaf = (id: string, score: string | null = null) => ({
  id,
  name: id,
  weight: '20',
  evidence: null,
  history: [],
  score,
  revision: score === null ? 0 : 1,
});
const LEAVES = [leaf('a', '18'), leaf('b')];

test('items are scored, and groups without any', () => {
  const group = { ...leaf('g'), items: [leaf('a'), leaf('b')] };
  expect(leavesOf([group, { ...leaf('h'), items: [] }]).map(({ id }) => id)).toEqual(['a', 'b', 'h']);
});

test('only what was changed is sent, with the revision that was read', () => {
  const drafts = {
    a: { score: '18', evidence: '', revision: 1 },
    b: { score: '１９．５', evidence: ' 台账 ', revision: 0 },
  };
  expect(scoresOf(LEAVES, drafts)).toEqual({
    scores: [{ itemId: 'b', score: '19.5', evidence: '台账', expectedRevision: 0 }],
    mistakes: [],
  });
});

test('what cannot be read, and what is refused, is named by its leaf', () => {
  const drafts = { b: { score: '满分', evidence: '', revision: 0 } };
  expect(scoresOf(LEAVES, drafts).mistakes.map(({ path }) => path)).toEqual([['b', 'score']]);
  expect(
    atLeaves(
      [
        { message: '太多', path: ['scores', '0', 'score'] },
        { message: '已定稿', path: ['evaluationId'] },
      ],
      [{ itemId: 'b' }],
    ).map(({ path }) => path),
  ).toEqual([['b', 'score'], []]);
});
