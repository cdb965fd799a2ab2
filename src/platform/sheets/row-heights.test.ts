import { SheetBuilder, text } from './draft';
import { heightsOf } from './row-heights';

/** A sheet of two columns, eight characters wide each. */
function heights(fill: (sheet: SheetBuilder) => void): [number, number][] {
  const sheet = new SheetBuilder();
  fill(sheet);
  return [...heightsOf(sheet.build({ name: '表', widths: [8, 8] }))];
}

test('a row is as high as its words need, where that is more than a line', () => {
  expect(heights((sheet) => sheet.put(0, 0, text('四个汉字')))).toEqual([]);
  expect(heights((sheet) => sheet.put(0, 0, text('五个汉字了')))).toEqual([[0, 30]]);
  expect(heights((sheet) => sheet.put(0, 0, text('协议\n次数')))).toEqual([[0, 30]]);
  expect(heights((sheet) => sheet.put(1, 1, text('2024.05.01-2027.04.30')))).toEqual([[1, 44]]);
});

test('merged columns have the room of all of them, merged rows their own', () => {
  const across = { top: 0, left: 0, bottom: 0, right: 1 };
  expect(heights((sheet) => sheet.span(across, text('五个汉字了')))).toEqual([]);
  const down = { top: 0, left: 0, bottom: 1, right: 0 };
  expect(heights((sheet) => sheet.span(down, text('五个汉字了')))).toEqual([]);
});

test('a title is higher than a line; a height that is given stays', () => {
  expect(heights((sheet) => sheet.put(0, 0, text('题', 'TITLE')))).toEqual([[0, 22]]);
  expect(
    heights((sheet) => {
      sheet.put(0, 0, text('五个汉字了'));
      sheet.height(0, 15);
    }),
  ).toEqual([[0, 15]]);
});
