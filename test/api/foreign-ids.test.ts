import { STATIONS } from '../../src/demo/stations';
import { newId } from '../../src/platform/ids';
import type { Api } from '../kit/api';
import { demoApi } from '../kit/shared-api';
import { type Agreement, demoAgreement, REGISTER, validRegistration } from './support/agreements';
import { ACCOUNTS, operatorOf, readersOf } from './support/people';
import {
  COMPLETION,
  CORRECT,
  CORRECT_MANY,
  RECORD_SERVICES,
  SET_TARGETS,
  VOID,
  VOID_MANY,
} from './support/questions';

/** An object outside the viewer's scope is answered like an unknown id, byte for byte apart from the id. */
let api: Api;
const agreements = new Map<string, Agreement>();
const records = new Map<string, string>();
beforeAll(async () => {
  api = await demoApi();
  for (const { street } of STATIONS) {
    const agreement = await demoAgreement(api, street);
    agreements.set(street, agreement);
    const operator = await api.as(operatorOf(street));
    const answer = await operator.get<{ agreement: { serviceRecords: { nodes: { id: string }[] } } }>(
      'query($id: ID!) { agreement(id: $id) { serviceRecords(first: 1) { nodes { id } } } }',
      { id: agreement.id },
    );
    records.set(street, answer.agreement.serviceRecords.nodes[0]!.id);
  }
});

type Variables = (id: string) => Promise<Record<string, unknown>> | Record<string, unknown>;

interface EntryPoint {
  query: string;
  variables: Variables;
  /** The ids of a station that this entry point takes. */
  ids: (agreement: Agreement, street: string) => string[];
}

const quantities = [{ measure: 'CALLS', value: '1' }];
const onAgreement = ({ id }: Agreement): string[] => [id];
const onRecord = (_: Agreement, street: string): string[] => [records.get(street)!];

const READS: Record<string, EntryPoint> = {
  agreement: {
    query: 'query($id: ID!) { agreement(id: $id) { id startsOn } }',
    variables: (id) => ({ id }),
    ids: onAgreement,
  },
  completion: { query: COMPLETION, variables: (id) => ({ id }), ids: onAgreement },
  serviceRecords: {
    query: 'query($id: ID!) { agreement(id: $id) { serviceRecords { totalCount nodes { id } } } }',
    variables: (id) => ({ id }),
    ids: onAgreement,
  },
  station: {
    query: 'query($id: ID!) { station(id: $id) { name agreements { totalCount } agreementOn { id } } }',
    variables: (id) => ({ id }),
    ids: ({ station }) => [station.id],
  },
  node: {
    query: 'query($id: ID!) { node(id: $id) { __typename id } }',
    variables: (id) => ({ id }),
    ids: ({ id, station, terms, zones, projects, points }, street) => [
      id,
      station.id,
      records.get(street)!,
      ...[terms, zones, projects, points].flatMap((parts) => parts.slice(0, 1).map((part) => part.id)),
    ],
  },
};

const WRITES: Record<string, EntryPoint> = {
  setTargets: {
    query: SET_TARGETS,
    variables: (agreementId) => ({ input: { agreementId, targets: [] } }),
    ids: onAgreement,
  },
  recordServices: {
    query: RECORD_SERVICES,
    variables: (agreementId) => ({
      input: { agreementId, records: [{ indicator: 'HOTLINE', occurredOn: '2022-03-01', quantities }] },
    }),
    ids: onAgreement,
  },
  correctServiceRecord: {
    query: CORRECT,
    variables: (id) => ({ input: { id, expectedRevision: 1, reason: '更正', quantities } }),
    ids: onRecord,
  },
  correctServiceRecords: {
    query: CORRECT_MANY,
    variables: (id) => ({ inputs: [{ id, expectedRevision: 1, note: 'x', reason: '更正' }] }),
    ids: onRecord,
  },
  voidServiceRecords: {
    query: VOID_MANY,
    variables: (id) => ({ ids: [id], reason: '作废' }),
    ids: onRecord,
  },
  voidServiceRecord: { query: VOID, variables: (id) => ({ id, reason: '作废' }), ids: onRecord },
};

/** The answer to a request with an id, with that id removed. */
async function answerWithout(account: string, { query, variables }: EntryPoint, id: string): Promise<string> {
  const client = await api.as(account);
  const { status, text } = await client.ask(query, await variables(id));
  return `${status} ${text.replaceAll(JSON.stringify(id).slice(1, -1).replaceAll('"', '\\"'), '<id>')}`;
}

function codeOf(answer: string): string | undefined {
  return /"code":"(\w+)"/.exec(answer)?.[1];
}

const MALFORMED = 'fengyuan-1';
let turn = 0;

/** The stations outside the scope of an account. */
function foreignTo(account: string): typeof STATIONS {
  return STATIONS.filter(({ street }) => !readersOf(street).includes(account));
}

describe.each(ACCOUNTS)('to %s', (account) => {
  const isOperator = /datong|xinyue|beidouxing|xinmingai|@fengyuan\./.test(account);
  const entryPoints = { ...READS, ...(isOperator ? WRITES : {}) };

  it.each(Object.keys(entryPoints))(
    'a foreign, an unknown and a malformed id are answered alike: %s',
    async (name) => {
      const entryPoint = entryPoints[name]!;
      const unknown = await answerWithout(account, entryPoint, newId());
      expect(await answerWithout(account, entryPoint, MALFORMED)).toBe(unknown);
      // The platform keeps the directory and may not request service data at all; a worker may not set targets.
      const mayAsk =
        (name === 'node' || !account.includes('platform')) &&
        (name !== 'setTargets' || account.startsWith('admin'));
      expect(codeOf(unknown)).toBe(mayAsk ? 'NOT_FOUND' : 'FORBIDDEN');

      const foreign = foreignTo(account);
      // The completion of every foreign station; at each other entry point one station, a different one per account.
      const tried = name === 'completion' ? foreign : foreign.slice(turn % foreign.length).slice(0, 1);
      turn += 1;
      for (const { street } of tried) {
        for (const id of entryPoint.ids(agreements.get(street)!, street)) {
          expect([street, await answerWithout(account, entryPoint, id)]).toEqual([street, unknown]);
        }
      }
    },
  );

  test('a registration for a foreign station is refused like one for an unknown or malformed id', async () => {
    const client = await api.as(account);
    const refusal = async (stationId: string): Promise<string> => {
      const input = { ...(await validRegistration(api)), newStation: null, stationId };
      const { text } = await client.ask(REGISTER, { input });
      return text.replaceAll(stationId, '<id>');
    };
    const unknown = await refusal(newId());
    expect(unknown).toMatch(/"STATION_NOT_FOUND"|"FORBIDDEN"/);
    expect(await refusal(MALFORMED)).toBe(unknown);
    for (const { street } of foreignTo(account)) {
      expect(await refusal(agreements.get(street)!.station.id)).toBe(unknown);
    }
  });
});

const LISTS = `query { stations { totalCount nodes { name } }
  organisations(first: 100) { nodes { name stations { totalCount nodes { name } } } } }`;

interface Stations {
  totalCount: number;
  nodes: { name: string }[];
}

test.each(ACCOUNTS.filter((account) => !account.includes('platform')))(
  'the lists of %s contain exactly the stations that it may see, on every path',
  async (account) => {
    const own = STATIONS.filter(({ street }) => readersOf(street).includes(account))
      .map(({ station }) => station.name)
      .sort();
    const { stations, organisations } = await (
      await api.as(account)
    ).get<{ stations: Stations; organisations: { nodes: { stations: Stations }[] } }>(LISTS);
    expect(stations.nodes.map(({ name }) => name).sort()).toEqual(own);
    expect(stations.totalCount).toBe(own.length);
    for (const { stations: seen } of organisations.nodes) {
      expect(own).toEqual(expect.arrayContaining(seen.nodes.map(({ name }) => name)));
      expect(seen.totalCount).toBe(seen.nodes.length);
    }
    const paths = organisations.nodes.flatMap((organisation) => organisation.stations.nodes);
    expect([...new Set(paths.map(({ name }) => name))].sort()).toEqual(own);
  },
);

test('the platform has no list of stations at all', async () => {
  const { data, errors } = await (await api.as('admin@platform.example')).ask(LISTS);
  expect(data).toBeNull();
  expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(new Set(['FORBIDDEN']));
});

test('none of these refusals wrote anything', async () => {
  const [counts] = await api.world.ownerQuery(
    `select (select count(*)::int from core.agreement) as agreements, (select count(*)::int from core.station) as stations,
            (select max(revision) from core.service_record) as revision,
            (select count(*)::int from core.service_record where voided_at is not null) as voided`,
  );
  expect(counts).toEqual({ agreements: 5, stations: 5, revision: 1, voided: 0 });
});

test('a client that is not signed in gets UNAUTHENTICATED for any id', async () => {
  const id = agreements.get('逢源街')!.id;
  for (const { query, variables } of Object.values({ ...READS, ...WRITES })) {
    const answer = await api.anonymous.ask(query, await variables(id));
    const unknown = newId();
    const other = await api.anonymous.ask(query, await variables(unknown));
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
    expect(answer.text.replaceAll(id, '<id>')).toBe(other.text.replaceAll(unknown, '<id>'));
  }
});

test.each(['', ' ', 'x', '0', 'null', "' or 1=1 --", '"', '\\', '\0', '编号', '🫖', 'a'.repeat(5000)])(
  'a malformed id is an unknown id: %j',
  async (id) => {
    const client = await api.as('admin@fengyuan.example');
    for (const entryPoint of Object.values({ ...READS, ...WRITES })) {
      const { data, errors } = await client.ask(entryPoint.query, await entryPoint.variables(id));
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    }
  },
);

test('an own id with anything appended is an unknown id', async () => {
  const client = await api.as('admin@fengyuan.example');
  const { id } = agreements.get('逢源街')!;
  for (const variant of [
    id.toUpperCase(),
    ` ${id}`,
    `${id}\n`,
    `{${id}}`,
    id.replaceAll('-', ''),
    `${id}0`,
  ]) {
    const { errors } = await client.ask(READS.agreement!.query, { id: variant });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  }
});
