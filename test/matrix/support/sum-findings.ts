import type { Client } from '../../kit/api';
import type { Oracle } from '../oracle';
import { mayPass } from '../verdicts';
import { findAll } from './ask';
import { foreignIn } from './path-findings';
import { ofEachScope, type Person } from './people';
import { namedIn } from './walk';
import type { Matrix } from './world';

const ANALYTICS = `query($after: String, $first: Int) {
  analytics(input: { groupBy: [DISTRICT, STATION, ZONE, PROJECT], from: "2017-01", to: "2026-12", after: $after, first: $first }) {
    rows { completed station { __typename id } zone { __typename id } project { __typename id } }
    pageInfo { endCursor }
  } }`;

interface Sums {
  analytics: {
    rows: { completed: string; station: { id: string } }[];
    pageInfo: { endCursor: string | null };
  };
}

/** Asks for sums as each reader, also with cursors of another, and reports stations that are missing or out of scope. */
export async function sumFindings(matrix: Matrix): Promise<string[]> {
  const oracle = await matrix.oracle();
  const readers = ofEachScope(matrix.people).filter((who) => mayPass('Query.analytics', who));
  const cursors = await cursorsOf(readers.find(({ column }) => column === 'city')!.client);
  const { rows } = await matrix.sql.query<WorkPlace>(
    `select distinct agreement_id as agreement, station_id as station from (
       select agreement_id, station_id from core.service_record union all select agreement_id, station_id from core.target) w
      where agreement_id in (select id from core.agreement where state = 'CONFIRMED')`,
  );
  return findAll(readers, async (who) => {
    const found: string[] = [];
    for (const after of [null, ...cursors]) {
      const sums = await who.client.get<Sums>(ANALYTICS, { after, first: 1000 });
      found.push(...foreignIn(oracle, who, namedIn(sums)));
      if (after !== null) continue;
      const stations = unique(sums.analytics.rows.map(({ station }) => station.id));
      const expected = stationsFor(who, oracle, rows);
      if (stations !== expected) found.push(`${who.name} gets sums of ${stations}, not ${expected}`);
    }
    return found;
  });
}

interface WorkPlace {
  agreement: string;
  station: string;
}

function stationsFor(who: Person, oracle: Oracle, places: readonly WorkPlace[]): string {
  const seen = oracle.visible('Agreement', who);
  return unique(places.filter(({ agreement }) => seen.has(agreement)).map(({ station }) => station));
}

function unique(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join();
}

async function cursorsOf(client: Client): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; cursors.length < 4;) {
    const { analytics }: Sums = await client.get<Sums>(ANALYTICS, { after, first: 1 });
    after = analytics.pageInfo.endCursor;
    if (after === null) break;
    cursors.push(after);
  }
  return cursors;
}
