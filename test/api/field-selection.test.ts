import { isObjectType } from 'graphql';
import { describeApi } from '../../src/api';
import type { Api, Client } from '../kit/api';
import { demoApi } from '../kit/shared-api';
import { type Agreement, demoAgreement } from './support/agreements';

/** Which columns are read depends on the selection; the values of the fields do not. */
let api: Api;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await demoApi();
  admin = await api.as('admin@fengyuan.example');
  agreement = await demoAgreement(api, '逢源街');
});

const BELOW: Record<string, string> = {
  agreement: '{ id }',
  indicator: '{ code }',
  project: '{ id name kind }',
  zone: '{ id name }',
  point: '{ id name zone { id } }',
  quantities: '{ measure { code } value }',
  versions: '{ revision }',
  remarks: '{ id text }',
};

async function records(selection: string): Promise<Record<string, unknown>[]> {
  const { agreement: answer } = await admin.get<{
    agreement: { serviceRecords: { nodes: Record<string, unknown>[] } };
  }>(`query($id: ID!) { agreement(id: $id) { serviceRecords(first: 20) ${selection} } }`, {
    id: agreement.id,
  });
  return answer.serviceRecords.nodes;
}

test('each field of a record has the same value with any selection, at every entry point', async () => {
  const type = describeApi().getType('ServiceRecord');
  const fields = Object.keys(isObjectType(type) ? type.getFields() : {});
  const asked = (field: string): string => `${field} ${BELOW[field] ?? ''}`;
  const whole = await records(`{ nodes { ${fields.map(asked).join(' ')} } }`);
  expect(whole.length).toBeGreaterThan(5);
  expect(fields).toContain('recordedBy');
  for (const field of fields) {
    const expected = whole.map((record) => ({ [field]: record[field] }));
    expect(await records(`{ nodes { ${asked(field)} } }`)).toEqual(expected);
    expect(
      await records(
        `{ ...on ServiceRecordConnection { nodes { ...on Node { ...on ServiceRecord { ${asked(field)} } } } } }`,
      ),
    ).toEqual(expected);
    const { agreement: answer } = await admin.get<{
      agreement: { serviceRecords: { edges: { node: Record<string, unknown> }[] } };
    }>(
      `query($id: ID!) { agreement(id: $id) { serviceRecords(first: 20) { edges { ...part } } } }
       fragment part on ServiceRecordEdge { node { ${asked(field)} } }`,
      { id: agreement.id },
    );
    expect(answer.serviceRecords.edges.map(({ node }) => node)).toEqual(expected);
  }
});

test('the points of zones are the same with and without their zones, and link back to them', async () => {
  const { agreement: answer } = await admin.get<{
    agreement: {
      zones: { id: string; points: { id: string; name: string; zone: { id: string } }[] }[];
      points: { id: string; name: string; zone: { id: string } | null }[];
    };
  }>(
    'query($id: ID!) { agreement(id: $id) { zones { id points { id name zone { id } } } points { id name zone { id } } } }',
    {
      id: agreement.id,
    },
  );
  expect(answer.zones.length).toBeGreaterThan(1);
  for (const { id, points } of answer.zones) {
    expect(points).toEqual(answer.points.filter(({ zone }) => zone?.id === id));
    expect(points.length).toBeGreaterThan(0);
  }
});

test('an agreement of a list equals the agreement itself, with any selection', async () => {
  const FIELDS = 'id serviceModel startsOn endsOn annualFee requiredPosts requiredCertifiedShare';
  const PARTS = ['zones { id name }', 'points { id name }'];
  const JOINED = ['zones { id name points { id name zone { id } } }', 'points { id name zone { id name } }'];
  const selections = [
    FIELDS,
    ...[PARTS, JOINED, [JOINED[0]!], [JOINED[1]!]].map((all) => [FIELDS, ...all].join(' ')),
  ];
  for (const selection of selections) {
    const { agreement: expected } = await admin.get<{ agreement: Record<string, unknown> }>(
      `query($id: ID!) { agreement(id: $id) { ${selection} } }`,
      { id: agreement.id },
    );
    for (const way of ['nodes { ...on Agreement { %s } }', 'edges { node { ...all } }']) {
      const isSpread = way.includes('...all');
      const { stations } = await admin.get<{
        stations: {
          nodes: {
            agreements: { nodes?: Record<string, unknown>[]; edges?: { node: Record<string, unknown> }[] };
          }[];
        };
      }>(
        `{ stations { nodes { agreements(first: 10) { ${way.replace('%s', selection)} } } } }
         ${isSpread ? `fragment all on Agreement { ${selection} }` : ''}`,
      );
      const all = stations.nodes.flatMap(
        ({ agreements: { nodes, edges } }) => nodes ?? edges?.map(({ node }) => node) ?? [],
      );
      expect(all.filter(({ id }) => id === agreement.id)).toEqual([expected]);
    }
  }
});

test('a list that is refused during prefetch keeps no connection', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () =>
      admin.ask(
        `query($id: ID!) { agreement(id: $id) { serviceRecords(filter: { indicator: "NONE" }) {
          nodes { project { id } zone { id } point { id } } } } }`,
        { id: agreement.id },
      ),
    ),
  );
  for (const { errors } of answers) expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  // Each of them takes a connection: more than the pool has would time out.
  for (let round = 0; round < 8; round++) expect(await records('{ nodes { id } }')).not.toEqual([]);
  const out = api.world.database.pools().filter(({ total, idle }) => total !== idle);
  expect(out.map(({ role }) => role)).toEqual([]);
});
