import { ofEachScope, type Person } from '../matrix/support/people';
import { type Matrix, startMatrix } from '../matrix/support/world';
import { download } from './support';

/**
 * Who may have which spreadsheet of an agreement: every role at every address, independent of src/access/actions.ts. y:
 * of the agreements in its scope, and of no other; -: is refused.
 */
const TABLE = `
address             operator purchaser bureau city mentoring assessor platform anonymous
export/fujian-1     y        y         y      y    y         y        -        -
template/fujian-1   y        y         y      y    y         y        -        -
export/fujian-2     y        y         y      y    y         y        -        -
template/fujian-2   y        y         y      y    y         y        -        -
template/service-log y        y         y      y    -         -        -        -
export/service-records y     y         y      y    -         -        -        -
`;

const [header = [], ...lines] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const AGREEMENT = 'query($id: ID!) { agreement(id: $id) { id terms { id } } }';

/** Whether somebody sees an agreement through the API. */
async function sees(who: Person, id: string): Promise<boolean> {
  const { data } = await who.client.ask<{ agreement: { id: string } | null }>(AGREEMENT, { id });
  return data?.agreement?.id === id;
}

test.each(lines)(
  '%s is for those who see the agreement through the API',
  async (...line) => {
    const [address = ''] = line;
    const answers = new Set<number>();
    for (const who of ofEachScope(matrix.people)) {
      const may = line[header.indexOf(who.column)] === 'y';
      for (const site of Object.values(matrix.sites)) {
        const { Agreement: id, Term: term } = site.ids;
        const question = address.endsWith('fujian-1') ? `agreement=${id}&term=${term}` : `agreement=${id}`;
        const { token } = who.client;
        const { status, code } = await download(matrix.api, `../${address}.xlsx?${question}`, { token });
        answers.add(status);
        const refused = who.column === 'anonymous' ? 401 : 403;
        const expected = !may ? refused : (await sees(who, id!)) ? 200 : 404;
        expect([who.name, id, status]).toEqual([who.name, id, expected]);
        expect(code === 'NOT_FOUND').toBe(expected === 404);
      }
    }
    expect([...answers].sort()).toEqual([200, 401, 403, 404]);
  },
  60_000,
);
