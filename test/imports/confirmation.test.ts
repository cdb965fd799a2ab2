import { MemberRole } from '../../src/access';
import { handIn } from '../api/support/months';
import { type Agreement, newProposal, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { record } from '../api/support/questions';
import { voidAgreement } from '../api/support/void-agreement';
import { ROW_LOCK } from '../../src/platform/database/row-lock';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { together } from '../membership/support';
import { besideServer } from './support/beside';
import {
  apply,
  APPLY,
  counted,
  imported,
  importOf,
  log,
  preview,
  recordsOf,
  faultLines,
  tryApply,
  upload,
} from './support/imports';

let api: Api;
let admin: Client;
let worker: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  worker = await api.as('worker@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const refusals = async (...asked: Parameters<typeof tryApply>): Promise<string[]> =>
  (await tryApply(...asked)).userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const hotline = (occurredOn: string, value: number) => ({
  indicator: 'HOTLINE',
  occurredOn,
  zoneId: agreement.zones[0]!.id,
  quantities: [{ measure: 'CALLS', value }],
});

test('what was promised happens, or nothing: a preview of other data is STALE_PREVIEW, and is made anew', async () => {
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,3,', '2024-03-02,东片,,红棉热线,4,'),
  );
  await record(worker, agreement.id, [hotline('2024-03-01', 3)]);
  expect(await refusals(worker, shown)).toEqual(['STALE_PREVIEW digest']);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3']);
  const anew = await importOf(worker, shown.id);
  expect(anew.digest).not.toBe(shown.digest);
  expect(anew.counts).toMatchObject({ ready: 1, unchanged: 1 });
  await apply(worker, anew);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3', '2024-03-02 4']);
});

test('the digest stays while nothing changes, and changes with the data behind it', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  expect((await importOf(worker, shown.id)).digest).toBe(shown.digest);
  // Other data, the same preview: what it promises is still true.
  await record(worker, agreement.id, [hotline('2024-05-01', 1)]);
  expect((await importOf(worker, shown.id)).digest).toBe(shown.digest);
  await record(worker, agreement.id, [hotline('2024-03-01', 3)]);
  expect((await importOf(worker, shown.id)).digest).not.toBe(shown.digest);
});

test('the digest changes with what is said of the rows, too', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  await imported(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,5,', '2024-03-02,东片,,红棉热线,6,'),
  );
  const anew = await importOf(worker, shown.id);
  expect([anew.counts, faultLines(anew)]).toEqual([shown.counts, ['WARNING SIMILAR_ROW_IMPORTED A2']]);
  expect(anew.digest).not.toBe(shown.digest);
  expect(await refusals(worker, shown)).toEqual(['STALE_PREVIEW digest']);
});

test('a viewer of the preview does not change it', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  await record(worker, agreement.id, [hotline('2024-03-01', 3)]);
  const viewer = await enrol(api, '逢源人家', MemberRole.VIEWER, 'viewer-of-previews@fengyuan.example');
  expect((await importOf(viewer, shown.id)).digest).toBe(shown.digest);
});

test('faulty rows keep the whole file out, unless they are skipped', async () => {
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,3,', '5/6,东片,,红棉热线,4,', '2024-03-02,北片,,红棉热线,5,'),
  );
  expect(shown.counts).toEqual({ rows: 3, ready: 1, unchanged: 0, ignored: 0, faulty: 2 });
  const { userErrors } = await tryApply(worker, shown);
  expect(userErrors).toMatchObject([{ code: 'FAULTY_ROWS', path: ['skipFaultyRows'] }]);
  expect(await recordsOf(worker, agreement.id)).toEqual([]);
  const { receipt } = await apply(worker, shown, { skipFaultyRows: true });
  expect(receipt).toMatchObject({ written: 1, skipped: 2 });
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3']);
});

test('the same digest again gives the same answer and writes nothing twice', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  const first = await apply(worker, shown);
  expect(await apply(worker, shown)).toEqual(first);
  expect(await refusals(worker, { ...shown, digest: 'f'.repeat(64) })).toEqual(['STALE_PREVIEW digest']);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3']);
});

test('two confirmations at once wait for one another, and write once', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  const answers = await besideServer(api, admin, async (there) =>
    together(
      api,
      ['select from core.sheet_import where id = $1 for update', [shown.id]],
      [async () => tryApply(worker, shown), async () => tryApply(there, shown)],
    ),
  );
  expect(answers.map(({ sheetImport }) => sheetImport?.state)).toEqual(['APPLIED', 'APPLIED']);
  expect(answers[1]!.sheetImport!.receipt).toEqual(answers[0]!.sheetImport!.receipt);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3']);
});

test('two files with the same new row at once: the second is STALE_PREVIEW', async () => {
  const row = '2024-03-01,东片,,红棉热线,3,';
  const one = await preview(api, worker, agreement.id, log(row));
  const other = await preview(api, worker, agreement.id, log(row, '2024-03-02,东片,,红棉热线,4,'));
  await apply(worker, one);
  expect(await refusals(worker, other)).toEqual(['STALE_PREVIEW digest']);
  await apply(worker, await importOf(worker, other.id));
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3', '2024-03-02 4']);
});

test('rows in a month that is handed in are refused at their cells; one that closes meanwhile makes the preview stale', async () => {
  await record(worker, agreement.id, [hotline('2024-03-15', 1), hotline('2024-04-15', 1)]);
  await handIn(admin, agreement.id, '2024-03');
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,3,', '2024-04-01,东片,,红棉热线,4,'),
  );
  expect(faultLines(shown)).toEqual(['ERROR MONTH_CLOSED A2']);
  expect(shown.counts).toMatchObject({ ready: 1, faulty: 1 });
  await handIn(admin, agreement.id, '2024-04');
  expect(await refusals(worker, shown, { skipFaultyRows: true })).toEqual(['STALE_PREVIEW digest']);
  expect(faultLines(await importOf(worker, shown.id))).toEqual([
    'ERROR MONTH_CLOSED A2',
    'ERROR MONTH_CLOSED A3',
  ]);
});

test('of an agreement that was voided nothing is written; one that is voided meanwhile makes the preview stale', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  const [waited] = await together(
    api,
    [ROW_LOCK.text, [`written sheet import ${agreement.id}`]],
    [async () => tryApply(worker, shown)],
    async () => voidAgreement(api, agreement),
  );
  expect(waited!.userErrors.map(({ code }) => code)).toEqual(['STALE_PREVIEW']);
  const input = { importId: shown.id, digest: shown.digest, parts: ['SERVICE_RECORDS'] };
  const { errors } = await worker.ask(APPLY, { input }, { 'accept-language': 'en' });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_REQUEST']);
  expect(errors[0]?.message).toContain('confirmed');
});

test('rows are judged by the rules of recordServices, at their cells', async () => {
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,西一,红棉热线,3,', '2024-03-02,东片,,红棉热线,1.5,', '2031-01-01,东片,,红棉热线,1,'),
  );
  expect(faultLines(shown)).toEqual([
    'ERROR POINT_NOT_IN_ZONE C2',
    'ERROR TOO_MANY_DECIMALS E3',
    'ERROR DAY_OUTSIDE_TERMS A4',
  ]);
});

test('figures that were published are never written, nor parts that a file does not have', async () => {
  const shown = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  expect(await refusals(worker, shown, { parts: ['PUBLISHED_FIGURES'] })).toEqual([
    'PART_NOT_IN_FILE parts.0',
  ]);
  expect(await refusals(worker, shown, { parts: ['SERVICE_RECORDS', 'STAFF'] })).toEqual([
    'PART_NOT_IN_FILE parts.1',
  ]);
  expect(await refusals(worker, shown, { parts: [] })).toEqual(['TOO_FEW parts']);
});

test('records go into a confirmed agreement alone', async () => {
  const proposal = await newProposal(api);
  const { status, body } = await upload(api, worker, proposal.id, log('2024-03-01,东片,,红棉热线,3,'));
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
});
