import { pino } from 'pino';
import { type CityOptions, fillCity, planCity, progressOn } from '../../src/generate';
import { TEST_PASSWORD } from '../kit/settings';
import { startWorld, type World } from '../kit/world';

/** What the filling itself leaves, by the clock and by chance: who was signed in when, and took which step. */
const LEFT_BY_THE_RUN = ['session', 'audit_entry', 'agreement_event', 'report_month_event'];

export const SMALL: CityOptions = { operators: 4, stations: 12, records: 1500, seed: 1 };

/** A database of its own with this city in it. */
export async function cityWorld(options: CityOptions): Promise<World> {
  const world = await startWorld();
  await fillCity(
    planCity(options),
    {
      database: world.database,
      logger: pino({ level: 'silent' }),
      password: TEST_PASSWORD,
      progress: progressOn({ write: () => true }),
      signal: new AbortController().signal,
    },
    false,
  );
  return world;
}

/** A checksum of every table of the city, by its name. */
export async function checksums({ ownerQuery }: Pick<World, 'ownerQuery'>): Promise<Record<string, string>> {
  const tables = await ownerQuery<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'core' and tablename <> all ($1) order by 1`,
    [LEFT_BY_THE_RUN],
  );
  // One proposes now: the city's own days are past.
  const PROPOSALS = `(to_jsonb(t) - case when t.state in ('PROPOSED', 'DECLINED') then 'registered_at' else '' end)::text`;
  // An amendment is made as by the API, with an id of its own.
  const WITHOUT_IDS: Record<string, string> = {
    agreement: PROPOSALS,
    amendment: `(to_jsonb(t) - 'id')::text`,
    amendment_change: `(to_jsonb(t) - 'amendment_id')::text`,
    target: `(to_jsonb(t) - 'amendment_id' - case when t.amendment_id is null then '' else 'set_at' end)::text`,
  };
  const textOf = (name: string): string => WITHOUT_IDS[name] ?? 't::text';
  const rows = await ownerQuery<{ name: string; sum: string }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name,
                  count(*) || ' rows, ' || coalesce(md5(string_agg(${textOf(name)}, E'\\n' order by ${textOf(name)})), '') as sum from core.${name} t`,
      )
      .join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
