import { type Agreement, newStation } from '../api/support/agreements';
import { correct, record, voidRecord } from '../api/support/questions';
import { enrol } from '../api/support/people';
import { MemberRole } from '../../src/access';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  apply,
  counted,
  imported,
  importOf,
  log,
  preview,
  recordsOf,
  faultLines,
  tryApply,
  undo,
} from './support/imports';

let api: Api;
let worker: Client;
let colleague: Client;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  admin = await api.as('admin@fengyuan.example');
  colleague = await enrol(api, '逢源人家', MemberRole.WORKER, 'colleague-of-logs@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const ROWS = ['2024-03-01,东片,,红棉热线,1,', '2024-03-02,东片,,红棉热线,2,', '2024-03-03,东片,,红棉热线,3,'];

test('a record that was corrected or voided by hand is neither reverted nor added again', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const [first, second] = await recordsOf(worker, agreement.id);
  await correct(worker, {
    id: first!.id,
    expectedRevision: 1,
    reason: '记错',
    quantities: [{ measure: 'CALLS', value: 10 }],
  });
  await voidRecord(worker, second!.id, '重复');
  const again = await preview(api, worker, agreement.id, `${log(...ROWS)}\n2024-03-04,东片,,红棉热线,4,`);
  expect(again.counts).toMatchObject({ ready: 1, unchanged: 3 });
  expect(faultLines(again)).toEqual(['NOTE KEPT_AS_CORRECTED A2', 'NOTE KEPT_AS_VOIDED A3']);
  await apply(worker, again);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual([
    '2024-03-01 10',
    '2024-03-03 3',
    '2024-03-04 4',
  ]);
});

test('a row that was changed beside a correction by hand is a fault; one that caught up with it is known', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const [first] = await recordsOf(worker, agreement.id);
  await correct(worker, {
    id: first!.id,
    expectedRevision: 1,
    reason: '记错',
    quantities: [{ measure: 'CALLS', value: 10 }],
  });
  const other = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,11,', ...ROWS.slice(1)),
  );
  expect(faultLines(other)).toEqual(['ERROR CHANGED_ROW_CORRECTED_SINCE E2']);
  expect(other.counts).toMatchObject({ ready: 0, unchanged: 2, faulty: 1 });
  const caughtUp = log('2024-03-01,东片,,红棉热线,10,', ...ROWS.slice(1), '2024-03-05,东片,,红棉热线,5,');
  const same = await preview(api, worker, agreement.id, caughtUp);
  expect([faultLines(same), same.counts]).toMatchObject([[], { ready: 1, unchanged: 3 }]);
  await apply(worker, same);
  // What somebody has corrected stays, whichever import is undone.
  const [, , third] = await recordsOf(worker, agreement.id);
  expect(third!.occurredOn).toBe('2024-03-03');
  expect((await preview(api, worker, agreement.id, `${caughtUp}\n`)).counts).toMatchObject({
    ready: 0,
    unchanged: 4,
  });
});

test('a row like a record that was entered by hand is left out, with a warning at its cell', async () => {
  const zoneId = agreement.zones[0]!.id;
  await record(worker, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-03-01', zoneId, quantities: [{ measure: 'CALLS', value: 1 }] },
  ]);
  const shown = await preview(api, worker, agreement.id, log(...ROWS, '2024-03-01,东片,,红棉热线,1,'));
  expect(faultLines(shown)).toEqual(['WARNING SAME_AS_ROW A5', 'WARNING ALREADY_RECORDED A2']);
  // Of two equal rows one is there.
  expect(shown.counts).toMatchObject({ ready: 3, unchanged: 1 });
  await apply(worker, shown);
  expect(counted(await recordsOf(worker, agreement.id))).toHaveLength(4);
  // The record is known as that row from now on, also once it is corrected; and it outlives the import.
  const [first] = (await recordsOf(worker, agreement.id)).filter(
    ({ occurredOn }) => occurredOn === '2024-03-01',
  );
  expect(first!.revision).toBe(1);
  await undo(worker, shown.id);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 1']);
});

test('rows of a log of somebody else are left out with a warning, and never taken for changes of it', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const shown = await preview(
    api,
    colleague,
    agreement.id,
    log(
      '2024-03-01,东片,,红棉热线,1,',
      '2024-03-02,东片,,红棉热线,7,',
      '2024-03-03,东片,,红棉热线,8,',
      '2024-03-06,东片,,红棉热线,9,',
    ),
  );
  expect(faultLines(shown)).toEqual(['WARNING ALREADY_IMPORTED A2']);
  expect(shown.counts).toMatchObject({ ready: 3, unchanged: 1 });
  expect(shown.changes.nodes.map(({ was }) => was)).toEqual([null, null, null]);
});

test('a worker corrects by a log what itself has imported, a manager any', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const changed = log(...ROWS.slice(0, 2), '2024-03-03,东片,,红棉热线,30,');
  expect(faultLines(await preview(api, colleague, agreement.id, changed))).toEqual([
    'ERROR CHANGED_ROW_OF_OTHER E4',
  ]);
  await apply(admin, await preview(api, admin, agreement.id, `${changed}\n`));
  expect(counted(await recordsOf(worker, agreement.id))).toEqual([
    '2024-03-01 1',
    '2024-03-02 2',
    '2024-03-03 30',
  ]);
});

test('a preview is of the member who looks at it: what one may not correct, another may', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const changed = log(...ROWS.slice(0, 2), '2024-03-03,东片,,红棉热线,30,');
  const { id, counts } = await preview(api, colleague, agreement.id, changed);
  expect(counts).toMatchObject({ ready: 0, faulty: 1 });
  const shown = await importOf(admin, id);
  expect(shown.counts).toMatchObject({ ready: 1, faulty: 0 });
  expect((await apply(admin, shown)).receipt).toMatchObject({ written: 1 });
});

test('a preview that is the same for all is made once, whoever looks at it; one of corrections is made for each', async () => {
  const previewed = async (id: string): Promise<number> => {
    await api.server.trail.settled();
    const entries = await api.world.ownerQuery(
      `select from core.audit_entry where thing_id = $1 and action = 'IMPORT_PREVIEWED'`,
      [id],
    );
    return entries.length;
  };
  const { id, digest } = await preview(api, worker, agreement.id, log(...ROWS));
  for (const client of [colleague, admin, worker]) expect((await importOf(client, id)).digest).toBe(digest);
  expect(await previewed(id)).toBe(0);
  await apply(colleague, { id, digest });
  const changed = await preview(
    api,
    colleague,
    agreement.id,
    log(...ROWS.slice(0, 2), '2024-03-03,东片,,红棉热线,30,'),
  );
  expect(changed.counts).toMatchObject({ ready: 1 });
  expect((await importOf(worker, changed.id)).counts).toMatchObject({ ready: 0, faulty: 1 });
  expect(await previewed(changed.id)).toBe(1);
  // What was promised to one is still true, whoever has looked since.
  const applied = await apply(colleague, changed);
  expect(applied.receipt).toMatchObject({ written: 1, skipped: 0 });
  expect([applied.digest, applied.counts]).toEqual([changed.digest, changed.counts]);
});

test('what is said of other logs is of who has brought the file, whoever looks at it', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const file = log('2024-03-01,东片,,红棉热线,7,', '2024-03-09,东片,,红棉热线,8,');
  const { id } = await preview(api, worker, agreement.id, file);
  // Another record makes the preview anew, by a colleague.
  await record(worker, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-05-01', quantities: [{ measure: 'CALLS', value: 1 }] },
  ]);
  expect(faultLines(await importOf(colleague, id))).toEqual(['WARNING SIMILAR_ROW_IMPORTED A2']);
});

test('which of several changed rows came from which is told apart by note or quantity, else a fault', async () => {
  const rows = [
    '2024-03-01,东片,,红棉热线,1,张',
    '2024-03-01,东片,,红棉热线,2,李',
    '2024-03-01,东片,,红棉热线,3,王',
    '2024-03-02,东片,,红棉热线,4,',
    '2024-03-03,东片,,红棉热线,5,',
    '2024-03-04,东片,,红棉热线,6,',
  ];
  await imported(api, worker, agreement.id, log(...rows));
  const clear = [
    '2024-03-01,东片,,红棉热线,9,张',
    '2024-03-01,东片,,红棉热线,2,李四',
    '2024-03-01,东片,,红棉热线,3,王',
  ];
  const shown = await preview(api, worker, agreement.id, log(...clear, ...rows.slice(3)));
  expect(shown.changes.nodes.map(({ was, becomes }) => [was, becomes])).toEqual([
    ['服务次数 1（张）', '服务次数 9（张）'],
    ['服务次数 2（李）', '服务次数 2（李四）'],
  ]);
  const unclear = [
    '2024-03-01,东片,,红棉热线,7,甲',
    '2024-03-01,东片,,红棉热线,8,乙',
    '2024-03-01,东片,,红棉热线,3,王',
  ];
  const other = await preview(api, worker, agreement.id, log(...unclear, ...rows.slice(3)));
  expect(faultLines(other)).toEqual(['ERROR CHANGED_ROW_UNCLEAR A2', 'ERROR CHANGED_ROW_UNCLEAR A3']);
});

test('a log that shares too little with an earlier one adds its rows, with a warning where it might be a change', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,7,', '2024-03-09,东片,,红棉热线,8,'),
  );
  expect(faultLines(shown)).toEqual(['WARNING SIMILAR_ROW_IMPORTED A2']);
  expect(shown.counts).toMatchObject({ ready: 2, unchanged: 0 });
});

test('rows that are gone from a log leave their records, and are reported', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log(...ROWS.slice(1), '2024-03-09,东片,,红棉热线,8,'),
  );
  expect(faultLines(shown)).toEqual(['WARNING ROWS_GONE A2']);
  await apply(worker, shown);
  expect(counted(await recordsOf(worker, agreement.id))).toHaveLength(4);
});

test('a row beside one whose record was voided is new, with a warning', async () => {
  await imported(api, worker, agreement.id, log(...ROWS));
  const [first] = await recordsOf(worker, agreement.id);
  await voidRecord(worker, first!.id, '记错');
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log('2024-03-01,东片,,红棉热线,7,', ...ROWS.slice(1)),
  );
  expect(faultLines(shown)).toEqual(['WARNING SIMILAR_ROW_VOIDED A2']);
  expect((await tryApply(worker, shown)).sheetImport?.state).toBe('APPLIED');
  expect(counted(await recordsOf(worker, agreement.id))).toEqual([
    '2024-03-01 7',
    '2024-03-02 2',
    '2024-03-03 3',
  ]);
});
