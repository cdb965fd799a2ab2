import { ofEachScope, type Person } from '../matrix/support/people';
import { type Matrix, startMatrix } from '../matrix/support/world';
import { download, parseCsv } from './support';

/**
 * Who may export what: every role at every address, independent of src/access/actions.ts. y: gets what it has in scope;
 * -: is refused.
 */
const TABLE = `
address          operator purchaser bureau city mentoring assessor platform anonymous
completion       y        y         y      y    y         y        -        -
service-records  y        y         y      y    -         -        -        -
staffing         y        y         y      y    y         y        -        -
funding          y        y         y      y    y         y        -        -
assessments      y        y         y      y    y         y        -        -
`;

const [header = [], ...lines] = TABLE.trim()
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.trim().split(/\s+/));

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const AGREEMENTS = '{ stations(first: 100) { nodes { agreements(first: 100) { nodes { id } } } } }';
interface Stations {
  stations: { nodes: { agreements: { nodes: { id: string }[] } }[] };
}

const visible = new Map<Person, Promise<string[]>>();

/** The agreements that somebody sees through the API. */
async function visibleTo(who: Person): Promise<string[]> {
  const { stations } = await who.client.get<Stations>(AGREEMENTS);
  return stations.nodes.flatMap(({ agreements }) => agreements.nodes.map(({ id }) => id));
}

test.each(lines)(
  '%s shows each role what it sees through the API, and refuses the others',
  async (...line) => {
    const [name = ''] = line;
    for (const who of ofEachScope(matrix.people)) {
      const may = line[header.indexOf(who.column)] === 'y';
      const { token } = who.client;
      for (const format of ['csv', 'ndjson', 'parquet']) {
        const answer = await download(matrix.api, `${name}.${format}`, { token });
        const refused = who.column === 'anonymous' ? 401 : 403;
        expect([who.name, format, answer.status]).toEqual([who.name, format, may ? 200 : refused]);
        if (!may || format !== 'csv') continue;
        const seen = visible.get(who) ?? visibleTo(who);
        visible.set(who, seen);
        const agreements = await seen;
        const exported = new Set(parseCsv(answer.text).map(({ agreement_id }) => agreement_id));
        expect([who.name, [...exported].filter((id) => !agreements.includes(id!))]).toEqual([who.name, []]);
        const { Agreement: own } = matrix.sites.own.ids;
        expect([who.name, exported.has(own)]).toEqual([who.name, agreements.includes(own!)]);
      }
    }
  },
  60_000,
);
