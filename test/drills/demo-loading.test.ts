import { dayAt, monthsAfter } from '../../src/platform/calendar';
import { startApi, type TestApi } from '../kit/api';
import { workOf } from '../kit/work';
import { loadLivingDemo } from '../kit/living-demo';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const noon = (day: string) => (): Date => new Date(`${day}T12:00:00+08:00`);

interface Counts {
  records: number;
  last: string;
  first: string;
  months: number;
  steps: number;
  spent: string;
  staff: number;
  scores: number;
  findings: number;
  reports: number;
}

/** What there is of the invented station. */
async function counts(): Promise<Counts> {
  const of = (table: string): string =>
    `(select count(*)::int from core.${table} t where t.district_code = '440115')`;
  const [row] = await api.world.ownerQuery<Counts & Record<string, unknown>>(
    `select (select count(*)::int from core.service_record r where r.district_code = '440115') as records,
            (select max(occurred_on)::text from core.service_record r where r.district_code = '440115') as last,
            (select min(occurred_on)::text from core.service_record r where r.district_code = '440115') as first,
            ${of('report_month')} as months, ${of('report_month_event')} as steps,
            (select sum(amount)::text from core.expenditure e where e.district_code = '440115') as spent,
            ${of('staff_member')} as staff, ${of('assessment_score')} as scores,
            ${of('assessment_finding')} as findings, ${of('published_report')} as reports`,
  );
  return row!;
}

test.each(['2024-02-29', '2025-01-01'])(
  'on %s it is loaded until the evening before',
  async (today) => {
    await loadLivingDemo(api, { clock: noon(today) });
    const { first, last, months, ...more } = await counts();
    expect(last).toBe(dayAt(today, 0));
    expect(first).toBe(monthsAfter(`${today.slice(0, 7)}-01`, -19));
    expect(months).toBe(today.endsWith('01') ? 18 : 19);
    expect(more).toMatchObject({ staff: 25, findings: 4, reports: 1 });
  },
  60_000,
);

test('what was interrupted is resumed where it stopped, with the years that it had begun', async () => {
  await loadLivingDemo(api, { clock: noon('2025-01-31') });
  const whole = await counts();
  await api.close();

  api = await startApi();
  const { services } = api.server;
  const monthSteps = Object.create(services.monthSteps) as typeof services.monthSteps;
  monthSteps.sendBack = async () => Promise.reject(new Error('interrupted'));
  const interrupted = { ...services, monthSteps };
  await expect(loadLivingDemo(api, { clock: noon('2025-01-31'), services: interrupted })).rejects.toThrow(
    'interrupted',
  );
  expect((await counts()).steps).toBeLessThan(whole.steps);
  await loadLivingDemo(api, { clock: noon('2025-01-31') });
  expect(await counts()).toEqual(whole);
}, 60_000);

test('resumed in the next month, it goes on until the evening before', async () => {
  const { services } = api.server;
  const registration = Object.create(services.registration) as typeof services.registration;
  let registered = 0;
  registration.register = async (...args) => {
    registered += 1;
    if (registered > 1) throw new Error('interrupted');
    return services.registration.register(...args);
  };
  const interrupted = { ...services, registration };
  await expect(loadLivingDemo(api, { clock: noon('2025-01-31'), services: interrupted })).rejects.toThrow(
    'interrupted',
  );
  await loadLivingDemo(api, { clock: noon('2025-02-01') });
  expect(await counts()).toMatchObject({ first: '2023-06-01', last: '2025-01-31', reports: 1 });
  // Complete, it stays as it is.
  const before = await counts();
  await loadLivingDemo(api, { clock: noon('2025-02-02') });
  expect(await counts()).toEqual(before);
}, 60_000);

test('beside the five real stations, which are loaded before, the sixth adds at most five seconds', async () => {
  // What this process and the database work: the loading takes one step after the other. A busy machine adds nothing.
  const before = await counts();
  expect(before.records).toBe(0);
  const { here, inDatabase } = await workOf(api, async () => loadLivingDemo(api));
  expect((await counts()).records).toBeGreaterThan(1000);
  expect(here + inDatabase).toBeLessThanOrEqual(5);
  expect(here).toBeGreaterThan(0);
}, 60_000);
