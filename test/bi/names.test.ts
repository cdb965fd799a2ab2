import { newStation } from '../api/support/agreements';
import { startApi, type TestApi } from '../kit/api';
import { BiLogins, READERS } from './support';

/** The names of stations and organisations with their days, each login's own. */
let api: TestApi;
let logins: BiLogins;
beforeAll(async () => {
  api = await startApi();
  logins = new BiLogins(api.world);
});
afterAll(async () => {
  await logins.close();
  await api.close();
});

test('a station has a row for each of its names, seen by whom the station is seen', async () => {
  const { station } = await newStation(api);
  const bureau = await api.as('admin@liwan-bureau.example');
  await bureau.get(
    'mutation($input: RenameStationInput!) { renameStation(input: $input) { userErrors { code } } }',
    { input: { stationId: station.id, name: '改名后', from: '2024-07-01', reason: '街道合并' } },
  );
  const SQL = `select station_name, first_day, last_day, district_name from bi.station_names
    where station_id = '${station.id}' order by first_day nulls first`;
  const rows = [
    { station_name: station.name, first_day: null, last_day: '2024-06-30', district_name: '荔湾区' },
    { station_name: '改名后', first_day: '2024-07-01', last_day: null, district_name: '荔湾区' },
  ];
  for (const reader of ['operator', 'purchaser', 'bureau of the district', 'bureau of the city'] as const) {
    expect(await (await logins.as(READERS[reader][0])).rows(SQL)).toEqual(rows);
  }
  expect(await (await logins.as('大同')).rows(SQL)).toEqual([]);
});

test('an organisation has a row for each of its names, for everyone', async () => {
  const platform = await api.as('admin@platform.example');
  const [{ id }] = (await api.world.ownerQuery<{ id: string }>(
    `select id from core.organisation where kind = 'ASSESSOR' order by id limit 1`,
  )) as [{ id: string }];
  const input = { organisationId: id, name: '改名评估中心', from: '2024-07-01', reason: '工商变更' };
  await platform.get(
    'mutation($input: RenameOrganisationInput!) { renameOrganisation(input: $input) { userErrors { code } } }',
    { input },
  );
  const bi = await logins.as(READERS.operator[0]);
  expect(
    await bi.rows(
      `select first_day, last_day, kind from bi.organisation_names where organisation_id = '${id}' order by 1 nulls first`,
    ),
  ).toEqual([
    { first_day: null, last_day: '2024-06-30', kind: 'ASSESSOR' },
    { first_day: '2024-07-01', last_day: null, kind: 'ASSESSOR' },
  ]);
});
