import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { FileRefusal, readWorkbook } from '../../src/platform/sheets';
import { containerOf } from './support/xls';
import { type Part, workbookParts, zipOf } from './support/zip';

const GOOD = readFileSync(join(__dirname, 'fixtures/fujian1-fengyuan.xlsx'));
/** Its first record, and that of the password. */
const ENCRYPTED_XLS = Buffer.from('0908100000060500'.padEnd(40, '0') + '2f000600010000000000', 'hex');
const MIB = 1024 * 1024;

/** The code with which a file is refused, within seconds. */
async function refusalOf(bytes: Buffer): Promise<string> {
  const began = performance.now();
  try {
    const { sheets } = await readWorkbook(bytes);
    return `read: ${sheets.length}`;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return error.reason.code;
  } finally {
    expect(performance.now() - began).toBeLessThan(10_000);
  }
}

const workbook = (sheetData: string | Buffer, more?: Part[]): Buffer => zipOf(workbookParts(sheetData, more));
const manySheets = (count: number): Promise<Uint8Array> =>
  writeXlsx({ sheets: Array.from({ length: count }, (_, at) => ({ name: `表${at}`, rows: [[1]] })) });

describe('what is no spreadsheet is refused', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'FILE_EMPTY'],
    ['random bytes', randomBytes(50_000), 'FILE_KIND_UNKNOWN'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'FILE_KIND_UNKNOWN'],
    [
      'a document of another kind in a zip',
      zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
      'FILE_KIND_UNKNOWN',
    ],
    [
      'a web page renamed .xls',
      Buffer.from('\n <html><table><tr><td>1</td></tr></table></html>'),
      'FILE_IS_WEB_PAGE',
    ],
    [
      'a web page with a mark of UTF-8',
      Buffer.from('\uFEFF<!DOCTYPE html><html></html>'),
      'FILE_IS_WEB_PAGE',
    ],
    ['a workbook of XML', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'FILE_IS_WEB_PAGE'],
    ['a text in no encoding', Buffer.from('ffd8ffe1', 'hex'), 'FILE_TEXT_UNREADABLE'],
    ['a document of Word renamed .xls', containerOf('WordDocument', Buffer.from('a')), 'FILE_KIND_UNKNOWN'],
    ['a workbook under a password', containerOf('EncryptedPackage', Buffer.from('a')), 'FILE_ENCRYPTED'],
    ['an .xls under a password', containerOf('Workbook', ENCRYPTED_XLS), 'FILE_ENCRYPTED'],
    [
      'a container that is cut off',
      containerOf('Workbook', Buffer.from('a')).subarray(0, 1500),
      'FILE_BROKEN',
    ],
    ['a workbook that is cut off', GOOD.subarray(0, GOOD.length - 500), 'FILE_BROKEN'],
    ['the beginning of a workbook', GOOD.subarray(0, 64), 'FILE_BROKEN'],
    ['an empty zip', zipOf([]), 'FILE_BROKEN'],
    ['more than 10 MiB', Buffer.alloc(10 * MIB + 1, 'a'), 'FILE_TOO_LARGE'],
  ])('%s: %#', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  test('a zip with a part under a password', async () => {
    const parts = workbookParts('<row r="1"/>').map((part) => ({ ...part, isEncrypted: true }));
    expect(await refusalOf(zipOf(parts))).toBe('FILE_ENCRYPTED');
  });

  test('an .ods under a password', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    const parts = [
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'META-INF/manifest.xml', content: manifest },
      { name: 'content.xml', content: randomBytes(200) },
    ];
    expect(await refusalOf(zipOf(parts))).toBe('FILE_ENCRYPTED');
  });
});

describe('a bomb is refused before it is parsed', () => {
  test('a part of a gigabyte in a megabyte', async () => {
    const part = { name: 'xl/media/a.bin', content: Buffer.alloc(200 * MIB) };
    expect(await refusalOf(workbook('', [part]))).toBe('FILE_TOO_COMPLEX');
  });

  test('a part that inflates to more than its header says', async () => {
    const part = { name: 'xl/media/a.bin', content: Buffer.alloc(20 * MIB), saidSize: 1000 };
    expect(await refusalOf(workbook('', [part]))).toBe('FILE_BROKEN');
  });

  test('a header that says two gigabytes', async () => {
    const part = { name: 'xl/media/a.bin', content: randomBytes(15_000), saidSize: 2_000_000_000 };
    expect(await refusalOf(workbook('', [part]))).toBe('FILE_TOO_COMPLEX');
  });

  test('a million rows', async () => {
    const rows = Buffer.from('<row><c><v>1</v></c></row>'.repeat(1_000_000));
    expect(await refusalOf(workbook(rows))).toBe('FILE_TOO_COMPLEX');
  });

  test('a million columns', async () => {
    expect(await refusalOf(workbook(`<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`))).toBe(
      'FILE_TOO_COMPLEX',
    );
  });

  test('six million shared strings', async () => {
    const strings = {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${'<si><t/></si>'.repeat(6_000_000)}</sst>`,
    };
    expect(await refusalOf(workbook('', [strings]))).toBe('FILE_TOO_COMPLEX');
  });

  test('more parts than any workbook has', async () => {
    const parts = Array.from({ length: 600 }, (_, at) => ({ name: `xl/a${at}.xml`, content: '<a/>' }));
    expect(await refusalOf(workbook('', parts))).toBe('FILE_TOO_COMPLEX');
  });

  test('entities that expand', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(await refusalOf(workbook('', [{ name: 'xl/sharedStrings.xml', content: laughs }]))).toBe(
      'FILE_HAS_DOCTYPE',
    );
  });

  test('a DOCTYPE behind a long comment, or in UTF-16', async () => {
    const late = `<!--${'x'.repeat(200_000)}--><!DOCTYPE a><sst/>`;
    expect(await refusalOf(workbook('', [{ name: 'xl/sharedStrings.xml', content: late }]))).toBe(
      'FILE_HAS_DOCTYPE',
    );
    const wide = Buffer.from('\uFEFF<!DOCTYPE a><sst/>', 'utf16le');
    expect(await refusalOf(workbook('', [{ name: 'xl/sharedStrings.xml', content: wide }]))).toBe(
      'FILE_BROKEN',
    );
  });
});

describe('what is beyond the limits of a sheet is refused', () => {
  test('a cell at the last row and column', async () => {
    expect(await refusalOf(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toBe(
      'FILE_TOO_COMPLEX',
    );
  });

  test('a cell beyond any sheet, or with the name of a prototype', async () => {
    for (const cell of ['ZZZZZZ4000000000', '__proto__'])
      expect(await refusalOf(workbook(`<row r="1"><c r="${cell}"><v>1</v></c></row>`))).toBe('FILE_BROKEN');
  });

  test('more than 20 sheets', async () => {
    expect(await refusalOf(Buffer.from(await manySheets(21)))).toBe('FILE_HAS_TOO_MANY_SHEETS');
    expect(await refusalOf(Buffer.from(await manySheets(20)))).toBe('read: 20');
  });

  test('more than 20,000 rows, or 256 columns', async () => {
    expect(await refusalOf(workbook('<row r="20001"><c r="A20001"><v>1</v></c></row>'))).toBe(
      'FILE_HAS_TOO_MANY_ROWS',
    );
    expect(await refusalOf(workbook('<row r="1"><c r="IW1"><v>1</v></c></row>'))).toBe(
      'FILE_HAS_TOO_MANY_COLUMNS',
    );
    expect(await refusalOf(Buffer.from('a\n'.repeat(20_001)))).toBe('FILE_HAS_TOO_MANY_ROWS');
    expect(await refusalOf(Buffer.from(`a${','.repeat(300)}a`))).toBe('FILE_HAS_TOO_MANY_COLUMNS');
    expect(await refusalOf(workbook('<row r="20000"><c r="IV20000"><v>1</v></c></row>'))).toBe('read: 1');
  });

  test('a merge over the whole sheet is read', async () => {
    const sheet = {
      name: '甲',
      rows: [['a']],
      merges: [{ startRow: 0, startCol: 0, endRow: 1_048_575, endCol: 16_383 }],
    };
    expect(await refusalOf(Buffer.from(await writeXlsx({ sheets: [sheet] })))).toBe('read: 1');
  });

  test('merges over more cells than are read are refused', async () => {
    const corner = '<row r="20000"><c r="IV20000"><v>1</v></c></row>';
    const merged = '</sheetData><mergeCells><mergeCell ref="A1:IV20000"/></mergeCells>';
    const parts = workbookParts(corner).map((part) => ({
      ...part,
      content: part.content.toString().replace('</sheetData>', merged),
    }));
    expect(await refusalOf(zipOf(parts))).toBe('FILE_TOO_COMPLEX');
  });
});

describe('the thread', () => {
  const rows = Buffer.from(
    Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}">${`<c><v>${at}.${at}</v></c>`.repeat(24)}</row>`,
    ).join(''),
  );

  test('ends by its clock', async () => {
    const reading = readWorkbook(workbook(rows), { milliseconds: 50 });
    await expect(reading).rejects.toMatchObject({ reason: { code: 'FILE_TAKES_TOO_LONG' } });
  });

  test('ends at the limit of its heap, and the server goes on', async () => {
    const reading = readWorkbook(workbook(rows), { heapMegabytes: 16 });
    await expect(reading).rejects.toMatchObject({ reason: { code: 'FILE_TOO_COMPLEX' } });
    expect(await refusalOf(GOOD)).toBe('read: 1');
  });

  test('reads 20,000 rows within ten seconds, and the memory comes back', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: '服务记录',
          rows: Array.from({ length: 20_000 }, (_, at) => [
            '2024-05-06',
            '片区一',
            '社工点',
            null,
            '建档',
            at,
            null,
            null,
            `备注${at}`,
          ]),
        },
      ],
    });
    const began = performance.now();
    const before = process.memoryUsage().rss;
    const { sheets } = await readWorkbook(Buffer.from(file));
    expect(sheets[0]!.rows).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(300);
  });
});
