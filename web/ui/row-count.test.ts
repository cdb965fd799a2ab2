import { RowCount } from './row-count';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('rows are counted however the file is cut, and not the lines of a text', () => {
  const file = 'name,note\r\n甲,"one\r\ntwo"\r\n乙,"say ""x""\n"\r\n丙,\r\n';
  for (const size of [1, 2, 7, 1000]) {
    const count = new RowCount();
    const all = bytes(file);
    for (let at = 0; at < all.length; at += size) count.add(all.slice(at, at + size));
    expect(count.rows).toBe(3);
  }
});

test('a file of heads alone has no rows, and neither has nothing', () => {
  const count = new RowCount();
  expect(count.rows).toBe(0);
  count.add(bytes('name,note\r\n'));
  expect(count.rows).toBe(0);
});
