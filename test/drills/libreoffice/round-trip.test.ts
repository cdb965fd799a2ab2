import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FormContext } from '../../../src/modules/sheet-import';
import { readForm } from '../../../src/modules/sheet-import';
import { readWorkbook } from '../../../src/platform/sheets';
import { demoAgreement } from '../../api/support/agreements';
import { download } from '../../export/support';
import { startApi, type TestApi } from '../../kit/api';
import { upload } from '../../sheets/support/upload';
import { catalogue } from '../../sheets/support/fengyuan';

/** What we export, opened and saved by LibreOffice in each of its formats, reads as it did before. */
jest.setTimeout(120_000);

const SOFFICE = '/usr/bin/soffice';
const PERIOD = 'from=2024-05-01&to=2024-12-31';
const FILES = ['fujian-1', 'fujian-2', 'service-records'];
const FORMATS = ['xlsx', 'ods', 'xls'];

const folder = mkdtempSync(join(tmpdir(), 'stations-libreoffice-'));
let api: TestApi;
let token: string;
let context: FormContext;

/** Saves files anew as LibreOffice does, into a folder of the format. */
async function convert(format: string, names: readonly string[]): Promise<void> {
  await promisify(execFile)(SOFFICE, [
    '--headless',
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--convert-to',
    format,
    '--outdir',
    join(folder, format),
    ...names.map((name) => join(folder, `${name}.xlsx`)),
  ]);
}

beforeAll(async () => {
  api = await startApi();
  token = (await api.as('admin@fengyuan.example')).token!;
  const { id, zones, projects, terms, points } = await demoAgreement(api, '逢源街');
  context = {
    zones,
    projects,
    terms,
    indicators: await catalogue(),
    points: points.map((point) => ({ id: point.id, name: point.name, zoneId: point.zone?.id ?? null })),
  };
  for (const name of FILES) {
    const { status, bytes } = await download(api, `${name}.xlsx?agreement=${id}&${PERIOD}`, { token });
    if (status !== 200) throw new Error(`${name} is answered ${status}`);
    writeFileSync(join(folder, `${name}.xlsx`), bytes);
  }
  const log = '日期,指标,个数\n5/6,红棉热线,3\n2024-05-07,绿豆热线,4\n';
  const { id: importId } = await upload(api, await api.as('admin@fengyuan.example'), id, log);
  const annotated = await download(api, `../imports/${importId}/annotated.xlsx`, { token });
  writeFileSync(join(folder, 'annotated.xlsx'), annotated.bytes);
  // One after the other: they share a profile.
  for (const format of FORMATS) await convert(format, format === 'xlsx' ? [...FILES, 'annotated'] : FILES);
});

afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

/**
 * All that was read of a form, with its faults. In an .xls LibreOffice has 0 for a text that the formula of a ratio gives:
 * without a target such a file says 0% for “/”, which is the only thing reported.
 */
async function readingOf(file: string, isXls: boolean): Promise<unknown> {
  const read = readForm(await readWorkbook(readFileSync(file)), context);
  if ('unclear' in read) throw new Error(read.unclear.code);
  const { form, reading, counts } = read;
  const faults = read.faults.filter(
    ({ severity, code, args }) =>
      severity !== 'NOTE' &&
      !(isXls && code === 'PERCENT_DIFFERS' && JSON.stringify(args) === '[{"given":"0%","expected":"/"}]'),
  );
  const bare = (key: string, value: unknown): unknown => (isXls && key === 'published' ? undefined : value);
  return JSON.parse(JSON.stringify({ form, reading, counts, faults }, bare));
}

describe.each(FORMATS)('as .%s', (format) => {
  test.each(FILES)('%s reads as it was exported', async (name) => {
    const isXls = format === 'xls';
    const before = await readingOf(join(folder, `${name}.xlsx`), isXls);
    expect(await readingOf(join(folder, format, `${name}.${format}`), isXls)).toEqual(before);
    expect(before).toMatchObject({ counts: { faulty: 0 } });
  });
});

test('an annotated workbook keeps its comments, colours and links', async () => {
  const { read } = await import('hucre');
  const { sheets } = await read(readFileSync(join(folder, 'xlsx', 'annotated.xlsx')), { readStyles: true });
  const [log, list] = sheets;
  expect(log!.cells?.get('1,0')?.comment?.text).toContain('5/6');
  expect(JSON.stringify(log!.cells?.get('1,0')?.style?.fill)).toContain('FFC7CF');
  expect([
    list!.name,
    list!.cells?.get('1,1')?.hyperlink?.location?.replace(/['$#]/g, '').replace('.', '!'),
  ]).toEqual(['问题清单', 'CSV!A2']);
});
