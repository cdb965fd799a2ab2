import { formatTsv, parseTsv } from './tsv';

test.each([
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    '1\t2\n3\t4',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['１，３００\t/\t', [['１，３００', '/', '']]],
  ['"a\tb"\t"say ""x"""\n', [['a\tb', 'say "x"']]],
  ['"two\nlines"\t5\n', [['two\nlines', '5']]],
  ['5"\t6', [['5"', '6']]],
  ['', []],
  ['\n', [['']]],
])('%j is read as a spreadsheet means it', (text, rows) => {
  expect(parseTsv(text)).toEqual(rows);
});

test('what is copied is read back the same', () => {
  const rows = [
    ['1', 'a\tb', ''],
    ['say "x"', 'two\nlines', '/'],
  ];
  expect(parseTsv(formatTsv(rows))).toEqual(rows);
});
