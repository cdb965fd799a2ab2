import { dayOf } from '../../src/platform/calendar';
import { newId } from '../../src/platform/ids';
import { download, newKey, parseCsv } from '../export/support';
import { type Client, startApi, type TestApi } from '../kit/api';
import { newStation, validRegistration, tryRegister } from './support/agreements';
import { join } from '../membership/support';
import { codesAndPaths, record, type UserError } from './support/questions';

/** The name of a station changes from a day on; reports of earlier days keep the old one. */
let api: TestApi;
let bureau: Client;
let city: Client;
let operator: Client;
beforeAll(async () => {
  api = await startApi();
  bureau = await api.as('admin@liwan-bureau.example');
  city = await api.as('admin@guangzhou-bureau.example');
  operator = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

interface Renamed {
  station?: { id: string; name: string } | null;
  userErrors: UserError[];
}
const ERRORS = 'userErrors { code path message }';
const STATION = `mutation($input: RenameStationInput!) {
  renamed: renameStation(input: $input) { station { id name } ${ERRORS} } }`;
const FORMER = 'query($id: ID!) { node(id: $id) { ... on Station { name formerNames { name until } } } }';

const renameStation = async (client: Client, stationId: string, changes: object): Promise<Renamed> => {
  const input = { stationId, from: '2024-07-01', reason: '街道合并', ...changes };
  return (await client.get<{ renamed: Renamed }>(STATION, { input })).renamed;
};
const formerOf = async (client: Client, id: string): Promise<unknown> =>
  (await client.get<{ node: unknown }>(FORMER, { id })).node;
const namesOn = async (client: Client, id: string, on: string | null): Promise<unknown> =>
  (
    await client.get<{ agreement: { names: unknown } }>(
      'query($id: ID!, $on: Date) { agreement(id: $id) { names(on: $on) { station operator purchaser } } }',
      { id, on },
    )
  ).agreement.names;

let made = 0;
/** A name that no other test uses. */
const fresh = (): string => {
  made += 1;
  return `改名站${String(made)}`;
};

describe('a station that a bureau renames', () => {
  it('has the new name from that day on, and the old one before', async () => {
    const agreement = await newStation(api);
    const { id: stationId, name: old } = agreement.station;
    const name = fresh();
    expect((await renameStation(bureau, stationId, { name })).station).toEqual({ id: stationId, name });
    const parties = { operator: agreement.operator.name, purchaser: agreement.purchaser.name };
    for (const client of [operator, bureau, city, await api.as('admin@fengyuan-street.example')]) {
      expect(await formerOf(client, stationId)).toEqual({
        name,
        formerNames: [{ name: old, until: '2024-06-30' }],
      });
      expect(await namesOn(client, agreement.id, '2024-06-30')).toEqual({ ...parties, station: old });
      expect(await namesOn(client, agreement.id, '2024-07-01')).toEqual({ ...parties, station: name });
      expect(await namesOn(client, agreement.id, null)).toEqual({ ...parties, station: name });
    }
  });

  it('keeps each of its names', async () => {
    const agreement = await newStation(api);
    const { id, name: first } = agreement.station;
    const [second, third] = [fresh(), fresh()];
    await renameStation(bureau, id, { name: second, from: '2024-03-01' });
    await renameStation(city, id, { name: third, from: '2024-05-01' });
    expect(await formerOf(operator, id)).toEqual({
      name: third,
      formerNames: [
        { name: first, until: '2024-02-29' },
        { name: second, until: '2024-04-30' },
      ],
    });
    const station = async (on: string): Promise<unknown> =>
      ((await namesOn(operator, agreement.id, on)) as { station: string }).station;
    expect([await station('2024-02-29'), await station('2024-03-01'), await station('2024-05-01')]).toEqual([
      first,
      second,
      third,
    ]);
  });

  it('has its old name in the table, the overview and the export of an earlier day', async () => {
    const agreement = await newStation(api);
    const { id: stationId, name: old } = agreement.station;
    const name = fresh();
    await renameStation(bureau, stationId, { name });
    const { agreement: report } = await operator.get<{ agreement: Record<string, { names: object }> }>(
      `query($id: ID!) { agreement(id: $id) {
        early: completion(to: "2024-06-30") { names { on station } }
        late: completion(to: "2024-12-31") { names { on station } } } }`,
      { id: agreement.id },
    );
    expect([report.early!.names, report.late!.names]).toEqual([
      { on: '2024-06-30', station: old },
      { on: '2024-12-31', station: name },
    ]);
    const overview = async (on: string): Promise<unknown> => {
      const { operatorOverview } = await operator.get<{
        operatorOverview: { nodes: { station: { id: string; name: string }; names: { station: string } }[] };
      }>(
        'query($on: Date) { operatorOverview(on: $on, first: 100) { nodes { station { id name } names { station } } } }',
        { on },
      );
      const node = operatorOverview.nodes.find(({ station }) => station.id === stationId)!;
      return [node.station.name, node.names.station];
    };
    expect(await overview('2024-06-30')).toEqual([name, old]);
    expect(await overview('2024-07-01')).toEqual([name, name]);
    const { token } = await newKey(api, 'admin@fengyuan.example');
    const exported = async (to: string): Promise<unknown> => {
      const path = `completion.csv?from=2024-01-01&to=${to}&station=${stationId}`;
      const { text, status } = await download(api, path, { token });
      expect(status).toBe(200);
      return parseCsv(text);
    };
    const quantities = [{ measure: 'CALLS', value: '1' }];
    await record(operator, agreement.id, [{ indicator: 'HOTLINE', occurredOn: '2024-03-01', quantities }]);
    expect(await exported('2024-06-30')).toMatchObject([{ station_name: old }]);
    expect(await exported('2024-12-31')).toMatchObject([{ station_name: name }]);
  });

  it('may be corrected on the day of the new name, which is then forgotten', async () => {
    const { station } = await newStation(api);
    const today = dayOf(api.clock.now());
    await renameStation(bureau, station.id, { name: `${fresh()}错字`, from: today });
    const name = fresh();
    expect((await renameStation(bureau, station.id, { name, from: today })).userErrors).toEqual([]);
    expect(await formerOf(operator, station.id)).toMatchObject({
      name,
      formerNames: [{ name: station.name }],
    });
  });

  it('is found by its new name, and no other station of the district may take the old one', async () => {
    const { station } = await newStation(api);
    const name = fresh();
    await renameStation(bureau, station.id, { name });
    const other = await newStation(api);
    for (const taken of [station.name, ` ${station.name}`, name]) {
      expect(
        codesAndPaths((await renameStation(bureau, other.station.id, { name: taken })).userErrors),
      ).toEqual(['STATION_NAME_TAKEN name']);
      const newOne = { name: taken, street: '某街', districtCode: '440103' };
      const { userErrors } = await tryRegister(
        operator,
        await validRegistration(api, { newStation: newOne }),
      );
      expect(codesAndPaths(userErrors)).toEqual(['STATION_NAME_TAKEN newStation.name']);
    }
    // It may go back to it itself.
    const back = await renameStation(bureau, station.id, { name: station.name, from: '2024-08-01' });
    expect(back.station?.name).toBe(station.name);
  });

  it('is renamed by the bureaus’ administrators alone, each in its district', async () => {
    const { station } = await newStation(api);
    const input = { stationId: station.id, name: fresh(), from: '2024-07-01', reason: '合并' };
    for (const account of ['admin@fengyuan', 'admin@fengyuan-street', 'admin@platform', 'worker@fengyuan']) {
      const { errors } = await (await api.as(`${account}.example`)).ask(STATION, { input });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
    const elsewhere = await api.as('admin@baiyun-bureau.example');
    for (const stationId of [station.id, newId(), 'malformed']) {
      const { errors } = await elsewhere.ask(STATION, { input: { ...input, stationId } });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    }
    expect(await formerOf(operator, station.id)).toMatchObject({ name: station.name, formerNames: [] });
  });

  it('is kept to its district, and its name remembered, by the database too', async () => {
    const { station } = await newStation(api);
    const asBureau = async (who: string | Client, sql: string): Promise<unknown> => {
      const client = typeof who === 'string' ? await api.as(who) : who;
      const claims = JSON.parse(Buffer.from(client.token!.split('.')[1]!, 'base64url').toString()) as Record<
        'org' | 'sub' | 'sid' | 'version',
        string
      >;
      const connection = await api.world.database.connect('app_supervisor');
      try {
        await connection.query('begin');
        const { org, sub, sid, version } = claims;
        await connection.query('select scope.enter($1, $2, $3, $4)', [org, sub, sid, version]);
        return await connection.query(sql, [station.id]);
      } finally {
        await connection.query('rollback');
        connection.release();
      }
    };
    const worker = await join(api, bureau);
    const rename = `update core.station set name = 'x', named_since = '2024-07-01' where id = $1`;
    await expect(asBureau('admin@baiyun-bureau.example', rename)).rejects.toThrow('not theirs');
    await expect(asBureau(worker.client, rename)).rejects.toThrow('not theirs');
    await expect(
      asBureau('admin@liwan-bureau.example', `update core.station set name = 'x' where id = $1`),
    ).rejects.toThrow('from a later day on');
    await expect(
      asBureau('admin@liwan-bureau.example', 'select name from core.station where id = $1'),
    ).rejects.toThrow('permission denied');
    await expect(asBureau('admin@liwan-bureau.example', rename)).resolves.toMatchObject({ rowCount: 1 });
  });
});

test('of a bad renaming all faults are reported, and nothing is stored', async () => {
  const { station } = await newStation(api);
  const refused = async (changes: object): Promise<string[]> =>
    codesAndPaths((await renameStation(bureau, station.id, changes)).userErrors);
  expect(await refused({ name: '', from: '2999-01-01', reason: '' })).toEqual([
    'EMPTY_TEXT name',
    'DAY_IN_FUTURE from',
    'EMPTY_TEXT reason',
  ]);
  expect(await refused({ name: station.name })).toEqual(['NAME_UNCHANGED name']);
  await renameStation(bureau, station.id, { name: fresh() });
  expect(await refused({ name: fresh(), from: '2024-07-01' })).toEqual(['NAME_HOLDS_SINCE from']);
  expect(await refused({ name: fresh(), from: '2024-02-01' })).toEqual(['NAME_HOLDS_SINCE from']);
  expect(await formerOf(operator, station.id)).toMatchObject({ formerNames: [{ name: station.name }] });
});
