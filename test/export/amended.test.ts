import { amend } from '../api/support/amendments';
import { dayAt, dayOf } from '../../src/platform/calendar';
import { type Client, startApi, type TestApi } from '../kit/api';
import { fundedStation } from '../funding/support/money';
import { enrolStaff, person } from '../staffing/support';
import { loadOf, newKey, quiet, type Row, rowsOf } from './support';

/** What an amendment changes reaches a nightly load, also where its day comes without any write. */
let api: TestApi;
let token: string;
let admin: Client;
let city: Client;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '20' });
  admin = await api.as('admin@fengyuan.example');
  city = await api.as('admin@guangzhou-bureau.example');
  ({ token } = await newKey(api, 'admin@guangzhou-bureau.example'));
});
afterAll(async () => {
  await api.close();
});

async function change(agreementId: string, effectiveOn: string, input: object): Promise<void> {
  await amend({ proposer: admin, confirmer: city }, { agreementId, effectiveOn, ...input });
}

test('months that an early end takes away are sent as removed, and are in no full load', async () => {
  const { id, station } = await fundedStation(api);
  await enrolStaff(admin, id, person('甲'));
  const path = `staffing.csv?station=${station.id}`;
  const before = await loadOf(api, path, token);
  expect(before.rows.map(({ month }) => month)).toHaveLength(12);
  await change(id, '2024-09-11', { endsOn: '2024-09-10' });
  await quiet(api);
  const after = await loadOf(api, `${path}&updatedSince=${before.next}`, token);
  expect(after.rows.map(({ month, removed }) => `${month!} ${removed!}`).sort()).toEqual(
    before.rows.map(({ month }) => `${month!} ${String(month! > '2024-09-10')}`).sort(),
  );
  expect(await rowsOf(api, path, token)).toHaveLength(9);
});

const instalments = (rows: Row[]): string[] =>
  rows
    .filter(({ kind }) => kind === 'INSTALMENT')
    .map((row) => [row.condition, row.share, row.amount, row.removed].join(' '));

test('instalments are those of the last day asked for, and those of a day to come are sent when it has come', async () => {
  const today = dayOf(api.clock.now());
  const days = { startsOn: dayAt(today, -60), endsOn: dayAt(today, 200) };
  const { id, station } = await fundedStation(api, {
    ...days,
    terms: [{ name: '期', ...days }],
    annualFee: '1000.01',
  });
  const path = `funding.csv?station=${station.id}`;
  await change(id, dayAt(today, -30), { annualFee: '2000' });
  await change(id, dayAt(today, 5), {
    instalments: [
      { condition: 'SIGNING', share: '0.333333' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.666667' },
    ],
  });
  const before = await loadOf(api, path, token);
  expect(instalments(before.rows)).toEqual([
    'SIGNING 0.55 1100.00 false',
    'MIDTERM_QUALIFIED 0.4 800.00 false',
    'FINAL_QUALIFIED 0.05 100.00 false',
  ]);
  // 550.0055, 400.004 and the rest
  expect(instalments(await rowsOf(api, `${path}&to=${dayAt(today, -31)}`, token))).toEqual([
    'SIGNING 0.55 550.01 false',
    'MIDTERM_QUALIFIED 0.4 400.00 false',
    'FINAL_QUALIFIED 0.05 50.00 false',
  ]);
  api.clock.advance(6 * 86_400_000);
  await quiet(api);
  const after = await loadOf(api, `${path}&updatedSince=${before.next}`, token);
  expect(instalments(after.rows)).toEqual([
    'SIGNING 0.333333 666.67 false',
    'MIDTERM_QUALIFIED 0.666667 1333.33 false',
    'FINAL_QUALIFIED 0 0.00 true',
  ]);
  expect(instalments(await rowsOf(api, path, token))).toHaveLength(2);
});
