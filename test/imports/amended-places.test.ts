import { type Agreement, newStation } from '../api/support/agreements';
import { propose } from '../api/support/amendments';
import { record } from '../api/support/questions';
import { parties, type Parties } from '../assessment/support/parties';
import { download } from '../export/support';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { readWorkbook } from '../../src/platform/sheets';
import { faultLines, imported, log, preview } from './support/imports';

/** Places that an amendment has renamed or moved: a form says what they were on its days. */
let api: Api;
let who: Parties;
let worker: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
  worker = await api.as('worker@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

/** From April on 东一 is of 西片, and 东片 is called 东风片. */
async function amend(): Promise<void> {
  const [east, west] = agreement.zones;
  const { userErrors } = await propose(who.bureau, {
    agreementId: agreement.id,
    effectiveOn: '2024-04-01',
    documentNumber: '文 1',
    zones: [{ id: east!.id, name: '东风片' }],
    points: [{ id: east!.points[0]!.id, zoneId: west!.id }],
  });
  expect(userErrors).toEqual([]);
}

const MARCH = ['2024-03-01,东片,东一,红棉热线,3,', '2024-03-02,东片,东二,红棉热线,4,'];

test('the rows of a log from before are known again, and new ones go by their own days', async () => {
  await imported(api, worker, agreement.id, log(...MARCH));
  await amend();
  const grown = await preview(
    api,
    worker,
    agreement.id,
    log(...MARCH, '2024-04-02,西片,东一,红棉热线,5,', '2024-04-02,东风片,东二,红棉热线,6,'),
  );
  expect(faultLines(grown)).toEqual([]);
  expect(grown.counts).toMatchObject({ ready: 2, unchanged: 2, faulty: 0 });
});

test('a point beside a zone in which it was not on that day is a fault', async () => {
  await amend();
  const rows = ['2024-03-01,西片,东一,红棉热线,3,', '2024-04-02,东片,东一,红棉热线,4,'];
  const shown = await preview(api, worker, agreement.id, log(...rows, '2024-03-01,南片,东一,红棉热线,5,'));
  expect(faultLines(shown).sort()).toEqual([
    'ERROR POINT_NOT_IN_ZONE C2',
    'ERROR POINT_NOT_IN_ZONE C3',
    'ERROR POINT_NOT_IN_ZONE C4',
  ]);
});

test('a log that goes out names places as on the day of each record, and comes in unchanged', async () => {
  const [east] = agreement.zones;
  await amend();
  const visit = (occurredOn: string, value: string) => ({
    indicator: 'HOTLINE',
    occurredOn,
    zoneId: east!.id,
    quantities: [{ measure: 'CALLS', value }],
  });
  await record(worker, agreement.id, [visit('2024-03-05', '1'), visit('2024-04-05', '2')]);
  await imported(api, worker, agreement.id, log(MARCH[0]!));
  const { bytes } = await download(api, `service-records.xlsx?agreement=${agreement.id}`, {
    token: worker.token,
  });
  const [sheet] = (await readWorkbook(bytes)).sheets;
  expect(sheet!.rows.slice(1).map((row) => [row[0]!.text, row[1]!.text])).toEqual([
    ['2024-03-01', '东片'],
    ['2024-03-05', '东片'],
    ['2024-04-05', '东风片'],
  ]);
  const again = await preview(api, worker, agreement.id, bytes);
  expect(again.counts).toMatchObject({ ready: 0, unchanged: 3, faulty: 0 });
});
