import { EMPTY_GROUP, EMPTY_TREE, treeOf, weightSoFar } from './tree-draft';

const VALID = {
  name: '2024 年绩效自评',
  fiscalYear: '２０２４',
  groups: [
    { name: '产出', weight: '60', items: '服务人次：40\n\n 建档: 20 ' },
    { name: '效益', weight: '40', items: '' },
  ],
};

test('items are read a line each; a group without any is scored itself', () => {
  expect(treeOf(VALID)).toEqual({
    tree: {
      name: '2024 年绩效自评',
      fiscalYear: 2024,
      groups: [
        {
          name: '产出',
          weight: '60',
          items: [
            { name: '服务人次', weight: '40' },
            { name: '建档', weight: '20' },
          ],
        },
        { name: '效益', weight: '40', items: [] },
      ],
    },
    mistakes: [],
  });
});

test('what cannot be read is named at its field, of an item with its line', () => {
  const groups = [{ ...EMPTY_GROUP, weight: '一半', items: '服务人次' }];
  expect(
    treeOf({ ...EMPTY_TREE, fiscalYear: '24', groups })
      .mistakes.map(({ path }) => path.join('.'))
      .sort(),
  ).toEqual(['fiscalYear', 'groups.0.items.0.weight', 'groups.0.name', 'groups.0.weight', 'name']);
});

test('weights are added exactly, as far as they can be read', () => {
  const weights = ['33.3', '66.7', '', '一'];
  expect(weightSoFar(weights.map((weight) => ({ ...EMPTY_GROUP, weight })))).toBe('100.0');
});
