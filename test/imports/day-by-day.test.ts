import { type Agreement, newStation } from '../api/support/agreements';
import { signInAnew } from '../api/support/people';
import { correct } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';
import { dayOf } from '../../src/platform/calendar';
import { imported, importOf, log, preview, recordsOf, faultLines, tryApply, undo } from './support/imports';

const DAY = 86_400_000;

/** Imports as the days go by. */
let api: TestApi;
let former: Agreement;
beforeAll(async () => {
  api = await startApi();
  former = await newStation(api);
});
afterAll(async () => api.close());

test('what is still to come is a fault today, and tomorrow the preview is another by itself', async () => {
  const now = api.clock.now().getTime();
  const days = { startsOn: dayOf(new Date(now - 30 * DAY)), endsOn: dayOf(new Date(now + 30 * DAY)) };
  const agreement = await newStation(api, { ...days, terms: [{ name: '年度', ...days }] });
  const tomorrow = dayOf(new Date(now + DAY));
  const worker = await api.as('worker@fengyuan.example');
  const shown = await preview(
    api,
    worker,
    agreement.id,
    log(`${days.startsOn},东片,,红棉热线,1,`, `${tomorrow},东片,,红棉热线,2,`),
  );
  expect(shown.counts).toMatchObject({ ready: 1, faulty: 1 });
  expect(faultLines(shown)).toEqual(['ERROR DAY_IN_FUTURE A3']);
  api.clock.advance(DAY);
  const again = await signInAnew(api, 'worker@fengyuan.example');
  expect((await tryApply(again, shown, { skipFaultyRows: true })).userErrors).toMatchObject([
    { code: 'STALE_PREVIEW' },
  ]);
  const anew = await importOf(again, shown.id);
  expect([anew.counts, faultLines(anew)]).toMatchObject([{ ready: 2, faulty: 0 }, []]);
});

test('once a file is forgotten, so is what could not be taken back of it; that it was undone is still faultLines', async () => {
  const worker = await signInAnew(api, 'worker@fengyuan.example');
  const { id } = await imported(api, worker, former.id, log('2024-03-05,东片,,红棉热线,1,'));
  const [record] = await recordsOf(worker, former.id);
  await correct(worker, {
    id: record!.id,
    expectedRevision: 1,
    reason: '记错',
    quantities: [{ measure: 'CALLS', value: 10 }],
  });
  expect((await undo(worker, id)).receipt).toMatchObject({ kept: [{ becomes: '服务次数 10' }] });
  api.clock.advance(31 * DAY);
  const later = await importOf(await signInAnew(api, 'worker@fengyuan.example'), id);
  expect(later).toMatchObject({ state: 'UNDONE', receipt: { kept: [], undoReason: '传错了文件' } });
});

test('once a file is forgotten, the same bytes are another import', async () => {
  const worker = await signInAnew(api, 'worker@fengyuan.example');
  const file = log('2024-03-01,东片,,红棉热线,1,');
  const { id } = await preview(api, worker, former.id, file);
  api.clock.advance(29 * DAY);
  const later = await signInAnew(api, 'worker@fengyuan.example');
  expect((await preview(api, later, former.id, file)).id).toBe(id);
  api.clock.advance(2 * DAY);
  const last = await signInAnew(api, 'worker@fengyuan.example');
  const anew = await preview(api, last, former.id, file);
  expect(anew.id).not.toBe(id);
  expect(anew.counts).toMatchObject({ ready: 1 });
});
