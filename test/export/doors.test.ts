import { ofEachScope } from '../matrix/support/people';
import { type Matrix, startMatrix } from '../matrix/support/world';
import { download, parseCsv } from './support';

/**
 * Who may export what: every standing at every address, in the words of design.md §4 and independent of
 * src/access/actions.ts. y: sees what it has in scope; -: is refused.
 */
const TABLE = `
address          operator purchaser bureau city mentoring assessor platform outside
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

test.each(lines)(
  '%s shows each standing what it sees through the API, and refuses the others',
  async (...line) => {
    const [name = ''] = line;
    for (const who of ofEachScope(matrix.people)) {
      const may = line[header.indexOf(who.column)] === 'y';
      const { token } = who.client;
      for (const format of ['csv', 'ndjson', 'parquet']) {
        const answer = await download(matrix.api, `${name}.${format}`, { token });
        const refused = who.column === 'outside' ? 401 : 403;
        expect([who.name, format, answer.status]).toEqual([who.name, format, may ? 200 : refused]);
        if (!may || format !== 'csv') continue;
        const { data } = await who.client.ask<{
          stations: { nodes: { agreements: { nodes: { id: string }[] } }[] };
        }>(AGREEMENTS);
        const visible = data!.stations.nodes.flatMap(({ agreements }) =>
          agreements.nodes.map(({ id }) => id),
        );
        const told = new Set(parseCsv(answer.text).map(({ agreement_id }) => agreement_id));
        expect([who.name, [...told].filter((id) => !visible.includes(id!))]).toEqual([who.name, []]);
        const { Agreement: own } = matrix.sites.own.ids;
        expect([who.name, told.has(own)]).toEqual([who.name, visible.includes(own!)]);
      }
    }
  },
);
