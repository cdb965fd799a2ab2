import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import { LAST_ACCOUNT } from './accounts';
import { MENTORING_CENTRE } from './directory';

/** The state of the generated city in a database: none, begun, or complete. */
interface CityState {
  /** The mentoring centre's id, which identifies a city; null where there is no city. */
  cityId: string | null;
  isComplete: boolean;
  /** Whether there are organisations that belong to no generated city. */
  hasOthers: boolean;
}

// Without an organisation there is no other row either: every table refers to one.
const ORGANISATIONS = statement<{ cityId: string | null; count: number }>(
  'generate.organisations',
  `select max(case when o.name = $1 then o.id::text end) as "cityId", count(*)::int as count from core.organisation o`,
);
const LAST = statement('generate.last', 'select 1 from auth.credential where email = $1');

export async function cityStateOf(database: Database): Promise<CityState> {
  return AuthScope.run(database, async (scope) => {
    await scope.claim({ email: LAST_ACCOUNT });
    const [row] = await scope.query(ORGANISATIONS, [MENTORING_CENTRE]);
    const last = await scope.query(LAST, [LAST_ACCOUNT]);
    const { cityId = null, count = 0 } = row ?? {};
    return { cityId, isComplete: last.length > 0, hasOthers: cityId === null && count > 0 };
  });
}
