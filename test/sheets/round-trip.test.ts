import { demoAgreement } from '../api/support/agreements';
import { completion } from '../api/support/questions';
import { download } from '../export/support';
import { demoApi } from '../kit/shared-api';
import { readWorkbook } from '../../src/platform/sheets';
import type { FormContext, FormReading } from '../../src/modules/sheet-import';
import { report } from '../staffing/support';
import { catalogue, readAs } from './support/fengyuan';

/** What goes out comes in again as it was: every form of 逢源, read by the rules for what offices send. */
async function read<Form extends FormReading['form']>(form: Form, file: string) {
  const api = await demoApi();
  const client = await api.as('admin@fengyuan.example');
  const agreement = await demoAgreement(api, '逢源街');
  const { status, bytes } = await download(api, `${file}agreement=${agreement.id}`, { token: client.token });
  expect(status).toBe(200);
  const { zones, projects, terms } = agreement;
  const points = agreement.points.map(({ id, name, zone }) => ({ id, name, zoneId: zone?.id ?? null }));
  const context: FormContext = { indicators: await catalogue(), zones, points, projects, terms };
  return { ...readAs(form, await readWorkbook(bytes), context), agreement, client };
}

test('附件1: each figure of the completion table, and no fault', async () => {
  const { reading, faultLines, agreement, client } = await read('FUJIAN_1', 'fujian-1.xlsx?');
  expect(faultLines).toEqual([]);
  const { rows } = await completion(client, agreement.id);
  const seen = reading.figures.map(({ indicator, measure, zone, target, completed }) =>
    [indicator, measure, zone?.name ?? '合计', target, Number(completed)].join(' '),
  );
  for (const { indicator, measure, total, byZone } of rows) {
    const line = (place: string, target: string | null, completed: string): string =>
      [indicator.code, measure.code, place, target === null ? null : Number(target), Number(completed)].join(
        ' ',
      );
    expect(seen).toContain(line('合计', total.target, total.completed));
    const filled = byZone.filter(({ target, completed }) => target !== null || Number(completed) !== 0);
    for (const { zone, target, completed } of filled)
      expect(seen).toContain(line(zone.name, target, completed));
  }
});

test('附件2: each person with the months of the staffing report, and no error', async () => {
  const { reading, faultLines, agreement, client } = await read(
    'FUJIAN_2',
    'fujian-2.xlsx?from=2024-05-01&to=2024-12-31&',
  );
  expect(faultLines.filter((line) => line.startsWith('ERROR'))).toEqual([]);
  expect(reading.agreement).toEqual({ startsOn: '2024-05-01', endsOn: '2025-04-30' });
  const { members } = await report(client, agreement, '2024-05', '2024-12');
  const expected = members as unknown as {
    name: string;
    months: string[];
    certified: string;
    experienced: string;
  }[];
  expect(
    reading.people
      .map(({ name, presence, certified, experienced }) => ({
        name,
        months: presence,
        certified,
        experienced,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  ).toEqual(
    expected
      .map(({ name, months, certified, experienced }) => ({ name, months, certified, experienced }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  );
});

test('the service log: each record, and the sums of the completion table', async () => {
  const { reading, faultLines, agreement, client } = await read('SERVICE_LOG', 'service-records.xlsx?');
  expect(faultLines.filter((line) => !line.includes('SAME_AS_ROW'))).toEqual([]);
  const sums = new Map<string, number>();
  for (const { indicator, quantities } of reading)
    for (const { measure, value } of quantities)
      sums.set(`${indicator} ${measure}`, (sums.get(`${indicator} ${measure}`) ?? 0) + Number(value));
  const { rows } = await completion(client, agreement.id);
  const done = rows.filter(({ total }) => Number(total.completed) > 0);
  expect(Object.fromEntries(sums)).toEqual(
    Object.fromEntries(
      done.map(({ indicator, measure, total }) => [
        `${indicator.code} ${measure.code}`,
        Number(total.completed),
      ]),
    ),
  );
});
