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
  ID.replace('a', 'g'),
  `${ID}\0`,
])('%j is no id', (text) => {
  expect(isId(text)).toBe(false);
});

test('a missing id filters nothing; a malformed one filters like an unknown one', () => {
  expect(uuidOrNil(null)).toBeNull();
  expect(uuidOrNil(undefined)).toBeNull();
  expect(uuidOrNil(ID)).toBe(ID);
  expect(uuidOrNil('x')).toBe('00000000-0000-0000-0000-000000000000');
  expect(uuidOrNil('')).toBe('00000000-0000-0000-0000-000000000000');
});
