import { readWorkbook, type Workbook } from '../../src/platform/sheets';
import { type Part, workbookParts, zipOf } from './support/zip';

/** Workbooks as programs other than our own write them: each of these has the same cells. */
const EXPECTED = [
  ['TEXT 日期', 'TEXT 指标', 'TEXT 个数'],
  ['DAY 2024-05-06', 'TEXT 建档', 'NUMBER 3'],
];
const shown = ({ sheets }: Workbook, sheet = 0): string[][] =>
  sheets[sheet]!.rows.map((row) => row.map((cell) => (cell ? `${cell.kind} ${cell.text}` : '')));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

type Change = (content: string, name: string) => string;
const same: Change = (content) => content;

/** A workbook with these rows, its shared strings and styles; `change` rewrites each of its parts. */
function workbook(
  sheetData: string,
  { strings, change = same, more = [] }: { strings?: string; change?: Change; more?: Part[] } = {},
): Buffer {
  const parts = workbookParts(sheetData, [
    { name: 'xl/styles.xml', content: STYLES },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: strings }]),
    ...more,
  ]);
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const links = `${link('rId8', 'styles', 'styles.xml')}${link('rId9', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`;
  return zipOf(
    parts.map((part) => {
      const content = part.content.toString();
      const linked = part.name.endsWith('workbook.xml.rels')
        ? content.replace('</Relationships>', links)
        : content;
      return { ...part, content: change(linked, part.name) };
    }),
  );
}

const inline = (text: string): string => `<is><t>${text}</t></is>`;
const HEAD = `<row r="1"><c r="A1" t="inlineStr">${inline('日期')}</c><c r="B1" t="inlineStr">${inline('指标')}</c><c r="C1" t="inlineStr">${inline('个数')}</c></row>`;
const ROWS = `${HEAD}<row r="2"><c r="A2" s="1"><v>45418</v></c><c r="B2" t="inlineStr">${inline('建档')}</c><c r="C2"><v>3</v></c></row>`;
const SHARED = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" s="1"><v>45418</v></c><c r="B2" t="s"><v>3</v></c><c r="C2"><v>3</v></c></row>`;
const strings = (...items: string[]): string =>
  `<sst xmlns="${MAIN}" count="9" uniqueCount="9">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
const inSheet =
  (from: string | RegExp, to: string): Change =>
  (content, name) =>
    name.endsWith('sheet1.xml') ? content.replace(from, to) : content;

const PREFIXED: Change = (content, name) =>
  name.endsWith('sheet1.xml')
    ? content
        .replace(/<(\/?)([a-z])/gi, '<$1x:$2')
        .replace('<x:?xml', '<?xml')
        .replace('xmlns=', 'xmlns:x=')
    : content;
const STRICT: Change = (content) =>
  content
    .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    )
    .replace('<c r="A2" s="1"><v>45418</v></c>', '<c r="A2" s="1" t="d"><v>2024-05-06T00:00:00</v></c>');

test.each<[string, Buffer]>([
  ['strings within the cells', workbook(ROWS)],
  [
    'shared strings',
    workbook(SHARED, { strings: strings('<t>日期</t>', '<t>指标</t>', '<t>个数</t>', '<t>建档</t>') }),
  ],
  [
    'rich text, with readings in small type above it',
    workbook(SHARED, {
      strings: strings(
        '<r><t>日</t></r><r><rPr><b/></rPr><t>期</t></r><rPh sb="0" eb="1"><t>にち</t></rPh><phoneticPr fontId="1"/>',
        '<t>指标</t><rPh sb="0" eb="2"><t>zhǐ biāo</t></rPh>',
        '<t xml:space="preserve">个数</t>',
        '<t><![CDATA[建档]]></t>',
      ),
    }),
  ],
  [
    'rich text within the cells',
    workbook(
      ROWS.replace(
        inline('建档'),
        '<is><r><rPr><b/></rPr><t>建</t></r><r><t>档</t></r><rPh sb="0" eb="1"><t>jiàn</t></rPh></is>',
      ),
    ),
  ],
  ['names with a prefix', workbook(ROWS, { change: PREFIXED })],
  ['the strict form of the standard', workbook(ROWS, { change: STRICT })],
  ['cells and rows without their addresses', workbook(ROWS, { change: inSheet(/ r="[A-C]?\d"/g, '') })],
  [
    'an absolute dimension',
    workbook(ROWS, { change: inSheet('<sheetData>', '<dimension ref="$A$1:$C$2"/><sheetData>') }),
  ],
  [
    'a dimension that is too small',
    workbook(ROWS, { change: inSheet('<sheetData>', '<dimension ref="A1"/><sheetData>') }),
  ],
  [
    'a dimension of the whole sheet',
    workbook(ROWS, { change: inSheet('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>') }),
  ],
  [
    'absolute addresses of its parts',
    workbook(ROWS, {
      change: (content, name) =>
        name.endsWith('.rels')
          ? content.replaceAll(/Target="(?!xl)/g, 'Target="/xl/').replaceAll('Target="xl', 'Target="/xl')
          : content,
    }),
  ],
  ['parts that begin with the mark of UTF-8', workbook(ROWS, { change: (content) => `\uFEFF${content}` })],
  [
    'choices between versions of the standard',
    workbook(ROWS, {
      change: inSheet(
        '<sheetData>',
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice><mc:Fallback/></mc:AlternateContent><sheetData>',
      ),
    }),
  ],
  ['rows in another order', workbook(ROWS.replace(HEAD, '') + HEAD)],
  ['cells in another order', workbook(ROWS.replace(/(<c r="A2".*?<\/c>)(.*)(<\/row>)$/, '$2$1$3'))],
  [
    'empty cells and rows to the last row',
    workbook(`${ROWS}<row r="1048576" ht="15"><c r="A1048576" s="1"/></row>`),
  ],
  [
    'cells of nothing but blanks',
    workbook(
      `${ROWS.replace('</row><row r="2">', `<c r="F1" t="inlineStr">${inline(' \u3000\u00A0')}</c></row><row r="2">`)}<row r="9"><c r="A9" t="str"><v></v></c></row>`,
    ),
  ],
  [
    'what Excel writes of a sheet of drawings',
    workbook(ROWS, {
      change: inSheet(
        '</sheetData>',
        '</sheetData><drawing r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><legacyDrawing r:id="rId2" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
      ),
    }),
  ],
])('%s: read as they are', async (_, bytes) => {
  expect(shown(await readWorkbook(bytes))).toEqual(EXPECTED);
});

test('line breaks, entities and escapes of a text are what they stand for', async () => {
  const bytes = workbook(SHARED, {
    strings: strings(
      '<t>日&#10;期</t>',
      '<t>a&amp;b &lt;c&gt;</t>',
      '<t>行_x000D_尾_x005F_x000D_</t>',
      '<t>𠮷</t>',
    ),
  });
  expect(shown(await readWorkbook(bytes))).toEqual([
    ['TEXT 日\n期', 'TEXT a&b <c>', 'TEXT 行\r尾_x000D_'],
    ['DAY 2024-05-06', 'TEXT 𠮷', 'NUMBER 3'],
  ]);
});

test('numbers are read as they are written, however that is', async () => {
  const cells = ['1.2E3', ' 12 ', '-0', '1E-7', '0.30000000000000004', '45418.75', '007'].map(
    (value, at) => `<c r="${String.fromCharCode(65 + at)}1"><v>${value}</v></c>`,
  );
  expect(shown(await readWorkbook(workbook(`<row r="1">${cells.join('')}</row>`)))).toEqual([
    ['NUMBER 1200', 'NUMBER 12', 'NUMBER 0', 'NUMBER 0.0000001', 'NUMBER 0.3', 'NUMBER 45418.75', 'NUMBER 7'],
  ]);
});

test('formulas have what was last calculated; what was not is no zero, and the empty text is empty', async () => {
  const bytes =
    workbook(`<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>6</v></c><c r="B1"><f t="shared" si="0"/><v>8</v></c>
    <c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><f>TRUE()</f><v>1</v></c>
    <c r="F1"><f>G1</f></c><c r="G1"><f>H1</f><v></v></c><c r="H1" t="str"><f>""</f><v></v></c><c r="I1"><f t="shared" si="0"/></c></row>`);
  expect(shown(await readWorkbook(bytes))).toEqual([
    [
      'NUMBER 6',
      'NUMBER 8',
      'TEXT a',
      'ERROR #DIV/0!',
      'BOOLEAN TRUE',
      'UNCALCULATED ',
      'UNCALCULATED ',
      '',
      'UNCALCULATED ',
    ],
  ]);
});
