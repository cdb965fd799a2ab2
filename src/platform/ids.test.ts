import { uuidOrNil, isId, newId } from './ids';

test('new ids are all different, canonical, and grow with time', () => {
  const ids = Array.from({ length: 2000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !isId(id))).toEqual([]);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]!.charAt(14)).toBe('7');
});

const ID = '0190d6f4-7c1f-7abc-8def-0123456789ab';

test.each([
  ...[
    '',
    'x',
    ID.toUpperCase(),
    ` ${ID}`,
    `${ID} `,
    `${ID}\n`,
    `{${ID}}`,
    ID.replaceAll('-', ''),
    `${ID}0`,
    ID.slice(1),
  ],
  ID.replace('a', 'g'),
  `${ID}\0`,
])('%j is no id', (text) => {
  expect(isId(text)).toBe(false);
});

test('a filter by no id is no filter; by a malformed one, it is by an id of nothing', () => {
  expect(uuidOrNil(null)).toBeNull();
  expect(uuidOrNil(undefined)).toBeNull();
  expect(uuidOrNil(ID)).toBe(ID);
  expect(uuidOrNil('x')).toBe('00000000-0000-0000-0000-000000000000');
  expect(uuidOrNil('')).toBe('00000000-0000-0000-0000-000000000000');
});
