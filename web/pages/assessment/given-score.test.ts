import { givenScore, scoreDraft, sumSoFar } from './given-score';

const item = (name: string) => ({ name, maximum: '30', score: null });
const WHOLE = { items: [] };
const BY_ITEMS = { items: [item('服务成效'), item('管理')] };

test('a whole score is read as people type it', () => {
  expect(givenScore(WHOLE, { score: ' ４８．７５ ', items: [] })).toEqual({
    score: '48.75',
    items: null,
    mistakes: [],
  });
});

test('items add up to the score, exactly', () => {
  const draft = { score: '', items: ['0.1', '0.2'] };
  expect(givenScore(BY_ITEMS, draft)).toEqual({
    score: '0.3',
    items: [
      { name: '服务成效', score: '0.1' },
      { name: '管理', score: '0.2' },
    ],
    mistakes: [],
  });
  expect(sumSoFar(BY_ITEMS, draft)).toBe('0.3');
});

test('what cannot be read is named at its field, and adds up to nothing', () => {
  const draft = { score: '', items: ['十', ''] };
  expect(givenScore(BY_ITEMS, draft).mistakes.map(({ path }) => path.join('.'))).toEqual([
    'items.0.score',
    'items.1.score',
  ]);
  expect(sumSoFar(BY_ITEMS, draft)).toBeUndefined();
  expect(givenScore(WHOLE, { score: '', items: [] }).mistakes).toHaveLength(1);
});

test('a score that was given is there to be changed', () => {
  expect(scoreDraft({ score: '9', items: [{ ...item('管理'), score: '9' }] })).toEqual({
    score: '9',
    items: ['9'],
  });
});
