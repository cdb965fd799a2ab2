import { demoAgreement } from '../api/support/agreements';
import { demoApi } from '../kit/shared-api';
import { startApi } from '../kit/api';
import { fixture } from '../sheets/support/fixtures';
import { layoutOf, mergesOf, written } from '../sheets/support/written';
import { cellName, readWorkbook } from '../../src/platform/sheets';
import { report } from '../staffing/support';
import { download, newKey } from './support';

/** 附件2 as a file: everybody month by month, as the office's form has it. */
const PERIOD = 'from=2024-05-01&to=2024-12-31';

async function file() {
  const api = await demoApi();
  const client = await api.as('admin@fengyuan.example');
  const agreement = await demoAgreement(api, '逢源街');
  const { status, bytes } = await download(api, `fujian-2.xlsx?agreement=${agreement.id}&${PERIOD}`, {
    token: client.token,
  });
  expect(status).toBe(200);
  return { ...(await written(bytes)), bytes, agreement, client };
}

test('has every person and month of the published form at its cell, and its merges', async () => {
  const { book, cells } = await file();
  const form = await readWorkbook(fixture('fujian2-fengyuan.xlsx'));
  const [official] = form.sheets;
  const differing: string[] = [];
  for (const [row, line] of official!.rows.entries())
    for (const [column, cell] of line.entries()) {
      const at = cellName(row, column);
      const own = cells['附件2']![at]?.value ?? '';
      if (cell && own !== cell.text)
        differing.push(at.replace(/\d+/, (digits) => (Number(digits) > 4 ? '' : digits)));
    }
  // The form has the ends of contracts, other qualifications and remarks of its own; we have the days on post. Its sum of
  // the first month counts a half as a whole.
  expect([...new Set(differing)].sort()).toEqual(['AG', 'E', 'F', 'G']);
  expect(cells['附件2']!.G36).toEqual({ value: '19.5', formula: 'G24+G34' });
  expect(mergesOf(book.sheets[0]!)).toEqual(mergesOf(official!));
  expect(cells['附件2']!.G38?.value).toBe('0.9');
});

test('is as wide as the form, and printed like it', async () => {
  const { bytes } = await file();
  const [own, form] = [await layoutOf(bytes), await layoutOf(fixture('fujian2-fengyuan.xlsx'))];
  expect(own.print).toEqual(form.print);
  // Where the form says how wide a column is.
  expect(own.widths.map((width, at) => (form.widths[at] == null ? null : width))).toEqual(
    form.widths.map((width) => width ?? null),
  );
});

test('sums what the staffing report of the API sums', async () => {
  const { cells, agreement, client } = await file();
  const answer = await report(client, agreement, '2024-05', '2024-12');
  const { total, experienced, certified } = answer;
  const months = answer.months as unknown as Record<'certified' | 'uncertified' | 'total', string>[];
  const of = (row: number): string[] =>
    ['G', 'J', 'M', 'P', 'S', 'V', 'Y', 'AB'].map((column) => cells['附件2']![`${column}${row}`]!.value);
  expect(of(25)).toEqual(months.map((month) => month.certified));
  expect(of(35)).toEqual(months.map((month) => month.uncertified));
  expect(of(37)).toEqual(months.map((month) => month.total));
  expect(['AE24', 'AE36', 'AF36'].map((at) => cells['附件2']![at]!.value)).toEqual([
    certified,
    total,
    experienced,
  ]);
  expect(cells['附件2']!.AE29!.formula).toBe(
    'COUNTIFS($G$4:$AD$4,"人员*到位",G29:AD29,"√")+SUMIFS(G29:AD29,$G$4:$AD$4,"人员*到位")',
  );
});

test('an API key gets codes, and no name anywhere in the file; the audit log has who read what', async () => {
  const api = await startApi();
  const { id } = await demoAgreement(api, '逢源街');
  const { token } = await newKey(api, 'admin@fengyuan.example');
  const { status, bytes } = await download(api, `fujian-2.xlsx?agreement=${id}&${PERIOD}`, { token });
  expect(status).toBe(200);
  const { cells } = await written(bytes);
  const names = Object.entries(cells['附件2']!).filter(([at]) => /^C(?:[5-9]|[12]\d|3[0-3])$/.test(at));
  expect(names.length).toBeGreaterThan(20);
  for (const [, { value }] of names) expect(value).toMatch(/^(?:社工\d+)?$/);
  expect(JSON.stringify(cells)).not.toContain('林知远');
  await api.close();
});
