import { handIn } from '../api/support/months';
import { type Agreement, newStation } from '../api/support/agreements';
import { correct, record, voidRecord } from '../api/support/questions';
import { enrol } from '../api/support/people';
import { MemberRole } from '../../src/access';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { change, join, NEW_PASSWORD, signIn, together } from '../membership/support';
import { besideServer } from './support/beside';
import {
  apply,
  counted,
  imported,
  importOf,
  log,
  preview,
  recordsOf,
  tryApply,
  tryUndo,
  undo,
  UNDO,
} from './support/imports';

let api: Api;
let worker: Client;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  admin = await api.as('admin@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const ROWS = ['2024-03-01,东片,,红棉热线,1,', '2024-03-02,东片,,红棉热线,2,', '2024-03-03,东片,,红棉热线,3,'];
const counts = async (): Promise<string[]> => counted(await recordsOf(worker, agreement.id));

test('undoing voids what was recorded, with the reason; the same file is then a new import', async () => {
  const { id } = await imported(api, worker, agreement.id, log(...ROWS));
  const undone = await undo(worker, id);
  expect(undone).toMatchObject({
    state: 'UNDONE',
    receipt: { written: 3, undoReason: '传错了文件', undoneBy: undone.receipt!.appliedBy, kept: [] },
  });
  const records = await recordsOf(worker, agreement.id);
  expect(records.map(({ voidReason }) => voidReason)).toEqual(['传错了文件', '传错了文件', '传错了文件']);
  expect((await tryApply(worker, undone)).userErrors.map(({ code }) => code)).toEqual([
    'IMPORT_ALREADY_UNDONE',
  ]);
  const again = await preview(api, worker, agreement.id, log(...ROWS));
  expect(again.id).not.toBe(id);
  expect((await tryApply(worker, again)).sheetImport?.receipt).toMatchObject({ written: 3 });
  expect(await counts()).toEqual(['2024-03-01 1', '2024-03-02 2', '2024-03-03 3']);
});

test('what somebody has touched since is kept and reported, what was voided stays void', async () => {
  const { id } = await imported(api, worker, agreement.id, log(...ROWS));
  const [first, second] = await recordsOf(worker, agreement.id);
  await correct(worker, {
    id: first!.id,
    expectedRevision: 1,
    reason: '记错',
    quantities: [{ measure: 'CALLS', value: 10 }],
  });
  await voidRecord(worker, second!.id, '重复');
  const { receipt } = await undo(worker, id);
  expect(receipt!.kept).toEqual([
    {
      part: 'SERVICE_RECORDS',
      sheet: 'CSV',
      cell: 'A2',
      subject: '红棉热线 · 2024-03-01',
      was: '服务次数 1',
      becomes: '服务次数 10',
    },
  ]);
  expect(await counts()).toEqual(['2024-03-01 10']);
  expect((await recordsOf(worker, agreement.id))[1]!.voidReason).toBe('重复');
});

test('what is in a month that is handed in is kept', async () => {
  const { id } = await imported(api, worker, agreement.id, log(ROWS[0]!, '2024-04-01,东片,,红棉热线,4,'));
  await handIn(admin, agreement.id, '2024-03');
  const { receipt } = await undo(worker, id);
  expect(receipt!.kept.map(({ cell, was, becomes }) => [cell, was, becomes])).toEqual([
    ['A2', '服务次数 1', '服务次数 1'],
  ]);
  expect(await counts()).toEqual(['2024-03-01 1']);
});

test('corrections are corrected back, and the history has both', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const changed = await imported(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,10,', ...ROWS.slice(1), '2024-03-04,东片,,红棉热线,4,'),
  );
  expect(await counts()).toEqual(['2024-03-01 10', '2024-03-02 2', '2024-03-03 3', '2024-03-04 4']);
  expect((await undo(worker, changed.id)).receipt!.kept).toEqual([]);
  expect(await counts()).toEqual(['2024-03-01 1', '2024-03-02 2', '2024-03-03 3']);
  const [first] = await recordsOf(worker, agreement.id);
  expect(first).toMatchObject({ revision: 3, versions: [{ revision: 2 }, { revision: 1 }] });
  // The rows are known as they were before.
  expect((await preview(api, worker, agreement.id, `${log(...ROWS)}\n`)).counts).toMatchObject({
    ready: 0,
    unchanged: 3,
  });
});

test('an import whose rows a later one has corrected takes back the others', async () => {
  const first = await imported(api, worker, agreement.id, log(...ROWS));
  const later = await imported(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,10,', ...ROWS.slice(1)),
  );
  const { receipt } = await undo(worker, first.id);
  expect(receipt!.kept.map(({ was, becomes }) => [was, becomes])).toEqual([['服务次数 1', '服务次数 10']]);
  expect(await counts()).toEqual(['2024-03-01 10']);
  expect((await undo(worker, later.id)).receipt!.kept).toEqual([]);
  expect(await counts()).toEqual(['2024-03-01 1']);
});

test('a preview follows what undoing has forgotten, though no record is touched', async () => {
  await record(worker, agreement.id, [
    {
      indicator: 'HOTLINE',
      occurredOn: '2024-03-02',
      zoneId: agreement.zones[0]!.id,
      quantities: [{ measure: 'CALLS', value: 2 }],
    },
  ]);
  const { id } = await imported(api, worker, agreement.id, log(ROWS[0]!, ROWS[1]!));
  const [made] = await recordsOf(worker, agreement.id);
  await voidRecord(worker, made!.id, '重复');
  const shown = await preview(api, worker, agreement.id, log(ROWS[1]!, ROWS[2]!));
  await undo(worker, id);
  expect((await tryApply(worker, shown)).userErrors.map(({ code }) => code)).toEqual(['STALE_PREVIEW']);
  await apply(worker, await importOf(worker, shown.id));
  expect(await counts()).toEqual(['2024-03-02 2', '2024-03-03 3']);
});

test('undone again, or twice at once, it is undone once', async () => {
  const { id } = await imported(api, worker, agreement.id, log(...ROWS));
  const answers = await besideServer(api, worker, async (there) =>
    together(
      api,
      ['select from core.sheet_import where id = $1 for update', [id]],
      [async () => tryUndo(worker, id), async () => tryUndo(there, id, '再撤一次')],
    ),
  );
  expect(answers.map(({ sheetImport }) => sheetImport?.receipt?.undoReason)).toEqual([
    '传错了文件',
    '传错了文件',
  ]);
  const zoneId = agreement.zones[0]!.id;
  await record(worker, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-03-01', zoneId, quantities: [{ measure: 'CALLS', value: 1 }] },
  ]);
  await undo(worker, id);
  expect(await counts()).toEqual(['2024-03-01 1']);
});

test('only what was applied is undone, with a reason, and by a worker what it has applied itself', async () => {
  const shown = await preview(api, worker, agreement.id, log(...ROWS));
  expect((await tryUndo(worker, shown.id)).userErrors.map(({ code }) => code)).toEqual([
    'IMPORT_NOT_APPLIED',
  ]);
  await tryApply(worker, shown);
  expect((await tryUndo(worker, shown.id, ' ')).userErrors.map(({ code }) => code)).toEqual(['EMPTY_TEXT']);
  const colleague = await enrol(api, '逢源人家', MemberRole.WORKER, 'colleague-of-logs@fengyuan.example');
  const { errors } = await colleague.ask(UNDO, { id: shown.id, reason: '别人的' });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  expect((await undo(admin, shown.id)).state).toBe('UNDONE');
  expect(await counts()).toEqual([]);
});

test('who manages no more takes back no corrections of records of others, its own import or not', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const { id, email, client } = await join(api, admin, { role: 'MANAGER' });
  const changed = log('2024-03-01,东片,,红棉热线,10,', ...ROWS.slice(1));
  const corrected = await imported(api, client, agreement.id, changed);
  await change(admin, { memberId: id, role: 'WORKER' });
  const demoted = api.withToken((await signIn(api, email, NEW_PASSWORD)).accessToken!);
  const { errors } = await demoted.ask(UNDO, { id: corrected.id, reason: '撤回' });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  expect(await counts()).toEqual(['2024-03-01 10', '2024-03-02 2', '2024-03-03 3']);
});
