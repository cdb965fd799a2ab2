import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation, register, validRegistration } from './support/agreements';
import { organisationId } from './support/people';
import { type NewRecord, record } from './support/questions';

/** Keyset pagination: each row once, in order, also during concurrent writes. */
let api: TestApi;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  // On a server of its own: the lists must have no more rows than a page.
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
  agreement = await newStation(api);
  // Many records a day, so that the id decides within a day.
  const rows = Array.from({ length: 130 }, (_, at) => call(`2024-0${(at % 9) + 1}-1${at % 4}`));
  await record(admin, agreement.id, rows);
  for (let at = 0; at < 7; at += 1) await newStation(api);
});
afterAll(async () => api.close());

function call(occurredOn: string): NewRecord {
  return { indicator: 'HOTLINE', occurredOn, quantities: [{ measure: 'CALLS', value: '1' }] };
}

interface Page<Node> {
  totalCount: number;
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const LIST = (fields: string): string =>
  `totalCount nodes { ${fields} } edges { cursor node { ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

interface Listed {
  id: string;
  name?: string;
  occurredOn?: string;
  startsOn?: string;
}

interface List {
  query: string;
  /** The list within the answer. */
  of: (data: never) => Page<Listed>;
  /** The sort key before the id. */
  key: (row: Listed) => string;
  descending?: boolean;
  most: number;
}

const LISTS: Record<string, List> = {
  serviceRecords: {
    query: `query($id: ID!, $first: Int, $after: String) { agreement(id: $id) { serviceRecords(first: $first, after: $after) { ${LIST('id occurredOn')} } } }`,
    of: ({ agreement: { serviceRecords } }: { agreement: { serviceRecords: Page<Listed> } }) =>
      serviceRecords,
    key: ({ occurredOn }) => occurredOn!,
    descending: true,
    most: 1000,
  },
  stations: {
    query: `query($first: Int, $after: String) { stations(first: $first, after: $after) { ${LIST('id name')} } }`,
    of: ({ stations }: { stations: Page<Listed> }) => stations,
    key: ({ name }) => name!,
    most: 100,
  },
  organisations: {
    query: `query($first: Int, $after: String) { organisations(first: $first, after: $after) { ${LIST('id name')} } }`,
    of: ({ organisations }: { organisations: Page<Listed> }) => organisations,
    key: ({ name }) => name!,
    most: 100,
  },
};

async function page(name: string, variables: Record<string, unknown>): Promise<Page<Listed>> {
  const { query, of } = LISTS[name]!;
  const data = await admin.get(
    query,
    name === 'serviceRecords' ? { id: agreement.id, ...variables } : variables,
  );
  return of(data as never);
}

/** Sorted by pinyin, which sorts days correctly too. */
const before = (a: string, b: string): boolean => new Intl.Collator('zh-u-co-pinyin').compare(a, b) < 0;

describe.each(Object.keys(LISTS))('%s', (name) => {
  const { key, descending = false, most } = LISTS[name]!;

  it.each([1, 3, 7, 50])('by %i give each row once, in order, and count them all', async (first) => {
    const seen: Listed[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, edges, pageInfo, totalCount }: Page<Listed> = await page(name, { first, after });
      seen.push(...nodes);
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]!.cursor, edges.at(-1)!.cursor]);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      expect(pageInfo.hasNextPage).toBe(seen.length < totalCount);
      expect(nodes).toHaveLength(pageInfo.hasNextPage ? first : totalCount - seen.length + nodes.length);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const all = await page(name, { first: most });
    expect(seen).toEqual(all.nodes);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(all.totalCount);
    const ordered = seen.every((row, at) => {
      const last = seen[at - 1];
      if (!last) return true;
      const [lower, upper] = descending ? [row, last] : [last, row];
      return before(key(lower), key(upper)) || (key(lower) === key(upper) && lower.id < upper.id);
    });
    expect(ordered).toBe(true);
  });

  test('any cursor of a page leads to the rows after it', async () => {
    const { edges } = await page(name, { first: 10 });
    for (const [at, { cursor }] of edges.entries()) {
      const { nodes } = await page(name, { first: 10, after: cursor });
      expect(nodes.slice(0, 9 - at)).toEqual(edges.slice(at + 1).map(({ node }) => node));
    }
  });

  test('after the last row the page is empty, without a cursor', async () => {
    const { edges } = await page(name, { first: most });
    const { nodes, pageInfo } = await page(name, { first: 5, after: edges.at(-1)!.cursor });
    expect([nodes, pageInfo]).toEqual([
      [],
      { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    ]);
  });

  test('a page has 50 rows when first is omitted or null', async () => {
    const whole = await page(name, { first: most });
    for (const variables of [{}, { first: null }]) {
      expect((await page(name, variables)).nodes).toEqual(whole.nodes.slice(0, 50));
    }
  });

  it.each([0, -1, most + 1, 2_147_483_647])('%i rows on a page are refused', async (first) => {
    const { errors } = await admin.ask(LISTS[name]!.query, { id: agreement.id, first });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]!.message).toContain(`1 to ${most}`);
  });

  test('a malformed cursor, or one of another list, is refused', async () => {
    const others = Object.keys(LISTS).filter(
      (other) => (other === 'serviceRecords') !== (name === 'serviceRecords'),
    );
    const foreign = await Promise.all(
      others.map(async (other) => (await page(other, { first: 1 })).pageInfo.endCursor!),
    );
    const made = [
      ['2024-13-01', agreement.id],
      ['a', 'b'],
      [agreement.id],
      'a',
      null,
      ['2024-01-01', agreement.id, agreement.id],
      ['\0', agreement.id],
    ];
    const cursors = made.map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
    // Any text is a possible name: such a cursor is valid for this list, and reveals nothing.
    const bad = name === 'serviceRecords' ? cursors : cursors.slice(1);
    for (const after of [
      '',
      'x',
      '***',
      '🫖',
      'a'.repeat(10_000),
      ...bad,
      ...(name === 'serviceRecords' ? foreign : []),
    ]) {
      const { data, errors } = await admin.ask(LISTS[name]!.query, { id: agreement.id, after });
      expect([after, errors.map(({ extensions }) => extensions?.code)]).toEqual([after, ['BAD_USER_INPUT']]);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });
});

test('pages read during concurrent writes have every row that existed at the start once, and none twice', async () => {
  const station = await newStation(api);
  await record(
    admin,
    station.id,
    Array.from({ length: 60 }, (_, at) => call(`2024-0${(at % 9) + 1}-15`)),
  );
  const list = async (first: number, after: string | null): Promise<Page<Listed>> => {
    const { agreement: answer } = await admin.get<{ agreement: { serviceRecords: Page<Listed> } }>(
      LISTS.serviceRecords!.query,
      {
        id: station.id,
        first,
        after,
      },
    );
    return answer.serviceRecords;
  };
  const atStart = (await list(1000, null)).nodes.map(({ id }) => id);
  const worker = await api.as('worker@fengyuan.example');
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const days = ['2024-01-01', '2024-05-15', '2024-12-31'].map(call);
    const [turned]: [Page<Listed>, unknown] = await Promise.all([
      list(7, after),
      record(worker, station.id, days),
    ]);
    seen.push(...turned.nodes.map(({ id }) => id));
    after = turned.pageInfo.hasNextPage ? turned.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => atStart.includes(id))).toEqual(atStart);
});

test('the agreements of a station are sorted by their first day, page by page; the station itself is in its list once', async () => {
  const street = await api.as('admin@fengyuan-street.example');
  const { station } = agreement;
  // Four operators in a row, the last year registered first.
  for (const [year, operator] of [
    [2027, '心悦'],
    [2025, '大同'],
    [2026, '北斗星'],
  ] as const) {
    const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    const input = await validRegistration(api, {
      newStation: null,
      stationId: station.id,
      ...days,
      terms: [{ name: '年度', ...days }],
      operatorId: await organisationId(api, operator),
    });
    await register(street, input);
  }
  const query = `query($id: ID!, $first: Int, $after: String) { station(id: $id) { agreements(first: $first, after: $after) { ${LIST('id startsOn')} } } }`;
  const bureau = await api.as('admin@liwan-bureau.example');
  for (const first of [1, 2, 3, 4]) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: { station: { agreements: Page<Listed> } } = await bureau.get(query, {
        id: station.id,
        first,
        after,
      });
      const { nodes, totalCount, pageInfo } = answer.station.agreements;
      expect(totalCount).toBe(4);
      seen.push(...nodes.map(({ startsOn }) => startsOn!));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01']);
  }
  for (const account of [
    'admin@fengyuan-street',
    'admin@liwan-bureau',
    'admin@guangzhou-bureau',
    'admin@mentoring-centre',
  ]) {
    const client = await api.as(`${account}.example`);
    const { stations } = await client.get<{ stations: Page<Listed> }>(LISTS.stations!.query, { first: 100 });
    expect(stations.nodes.filter(({ id }) => id === station.id)).toHaveLength(1);
    expect(new Set(stations.nodes.map(({ id }) => id)).size).toBe(stations.totalCount);
  }
  const { errors } = await bureau.ask(query, {
    id: station.id,
    after: Buffer.from('["x","y"]').toString('base64url'),
  });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});
