import { type Agreement, newStation } from '../api/support/agreements';
import { totalOf } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  apply,
  counted,
  imported,
  log,
  preview,
  recordsOf,
  faultLines,
  tryApply,
  written,
} from './support/imports';

let api: Api;
let worker: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const calls = async (): Promise<string | null> => totalOf(worker, agreement.id, 'HOTLINE.CALLS');

test('nothing is recorded before a log is applied; then each row is a record of the member', async () => {
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,3,首次来电', '2024-03-02,,西一,红棉热线,4,'),
  );
  expect(shown).toMatchObject({
    state: 'READY',
    counts: { rows: 2, ready: 2, unchanged: 0, ignored: 0, faulty: 0 },
    receipt: null,
    parts: [{ part: 'SERVICE_RECORDS', changes: 2, mayApply: true }],
  });
  expect(written(shown)).toEqual([
    '东片 · 红棉热线 · 2024-03-01:  → 服务次数 3（首次来电）',
    '西一 · 红棉热线 · 2024-03-02:  → 服务次数 4',
  ]);
  expect(shown.changes.nodes.map(({ cell, sheet, part }) => `${part} ${sheet} ${cell}`)).toEqual([
    'SERVICE_RECORDS CSV A2',
    'SERVICE_RECORDS CSV A3',
  ]);
  expect(await recordsOf(worker, agreement.id)).toEqual([]);

  const applied = await apply(worker, shown);
  expect(applied).toMatchObject({
    state: 'APPLIED',
    receipt: { parts: ['SERVICE_RECORDS'], written: 2, skipped: 0, undoneAt: null, kept: [] },
  });
  const records = await recordsOf(worker, agreement.id);
  expect(records.map(({ zone, note, revision }) => [zone?.name, note, revision])).toEqual([
    ['东片', '首次来电', 1],
    ['西片', null, 1],
  ]);
  expect(records[0]!.recordedBy).toBe(applied.receipt!.appliedBy);
  expect(await calls()).toBe('7');
});

test('the same rows again, in another file, add nothing', async () => {
  const rows = ['2024-03-01,东片,,红棉热线,3,', '2024-03-02,西片,,红棉热线,4,'];
  await imported(api, worker, agreement.id, log(...rows));
  const again = await preview(api, worker, agreement.id, `${log(...rows)}\n`);
  expect(again).toMatchObject({ state: 'REFUSED', counts: { rows: 2, ready: 0, unchanged: 2 } });
  expect(faultLines(again)).toEqual([]);
  expect((await tryApply(worker, again)).userErrors.map(({ code }) => code)).toEqual(['NOTHING_TO_WRITE']);
  expect(await calls()).toBe('7');
});

test('a log that has grown and was sorted adds only what is new', async () => {
  await imported(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,1,', '2024-03-01,东片,,红棉热线,1,', '2024-03-03,东片,,红棉热线,2,'),
  );
  const grown = await preview(
    api,
    worker,
    agreement.id,
    log(
      '2024-03-04,东片,,红棉热线,8,',
      '2024-03-03,东片,,红棉热线,2,',
      '2024-03-01,东片,,红棉热线,1,',
      '2024-03-01,东片,,红棉热线,1,',
      '2024-03-01,东片,,红棉热线,1,',
    ),
  );
  // Of three equal rows two are there: the number among equals tells them.
  expect(grown.counts).toMatchObject({ rows: 5, ready: 2, unchanged: 3 });
  expect(grown.changes.nodes.map(({ cell }) => cell)).toEqual(['A2', 'A6']);
  await apply(worker, grown);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual([
    '2024-03-01 1',
    '2024-03-01 1',
    '2024-03-01 1',
    '2024-03-03 2',
    '2024-03-04 8',
  ]);
});

test('a row is the same whatever its file writes its day, zone and numbers like', async () => {
  await imported(api, worker, agreement.id, log('2024-03-01,东片,东一,红棉热线,3,'));
  const other = ['时间,指标,社工点,个数', '2024年3月1日,红棉热线服务次数,东一社区,３'].join('\n');
  expect((await preview(api, worker, agreement.id, other)).counts).toMatchObject({ ready: 0, unchanged: 1 });
});

test('a changed row corrects its record, whose history is kept', async () => {
  const rows = [
    '2024-03-01,东片,,红棉热线,1,',
    '2024-03-02,东片,,红棉热线,2,',
    '2024-03-03,东片,,红棉热线,3,',
  ];
  await imported(api, worker, agreement.id, log(...rows));
  const changed = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-03,东片,,红棉热线,30,补记', ...rows.slice(0, 2)),
  );
  expect(changed.counts).toMatchObject({ ready: 1, unchanged: 2 });
  expect(written(changed)).toEqual(['东片 · 红棉热线 · 2024-03-03: 服务次数 3 → 服务次数 30（补记）']);
  await apply(worker, changed);
  const [, , record] = await recordsOf(worker, agreement.id);
  expect(record).toMatchObject({
    revision: 2,
    note: '补记',
    quantities: [{ value: '30' }],
    versions: [{ revision: 1, quantities: [{ value: '3' }] }],
  });
  expect(await calls()).toBe('33');
  // And the next file knows it as changed.
  const next = log(...rows.slice(0, 2), '2024-03-03,东片,,红棉热线,30,补记', '2024-03-04,东片,,红棉热线,4,');
  expect((await preview(api, worker, agreement.id, next)).counts).toMatchObject({ ready: 1, unchanged: 3 });
});
