import pg from 'pg';
import { cluster, urlOf } from '../../kit/templates';
import { databaseViewerOf } from './database-viewers';
import { type Fixture, startFixture } from './fixture';
import { copying } from './insert';
import type { ViewerName } from './parties';
import type { Row } from './rules';

/** What a member tries, past all services, in one transaction: its outcome is that of the last statement. */
export interface Attempt {
  by: ViewerName;
  sql: readonly string[];
  /** Done by a superuser before it, without any trigger. */
  given?: string;
}

/** A database with all its guards, in which each attempt is rolled back. */
export class GuardedDatabase {
  private constructor(
    readonly fixture: Fixture,
    private readonly behind: pg.Client,
  ) {}

  static async start(): Promise<GuardedDatabase> {
    const fixture = await startFixture(true);
    const behind = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, fixture.world.name) });
    await behind.connect();
    return new GuardedDatabase(fixture, behind);
  }

  async close(): Promise<void> {
    await this.behind.end();
    await this.fixture.close();
  }

  /** `done`, `nothing` where no row was changed, the code of a rule, or a SQLSTATE. `breach` changes the schema before. */
  async outcomeOf(attempt: Attempt, breach = ''): Promise<string> {
    const error = await this.errorOf(attempt, breach);
    if (typeof error === 'string') return error;
    return error.code === 'SW001' ? error.constraint! : error.code!;
  }

  async outcomesOf(attempts: Readonly<Record<string, Attempt>>): Promise<Record<string, string>> {
    const outcomes: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) outcomes[name] = await this.outcomeOf(attempt);
    return outcomes;
  }

  async errorOf({ by, sql, given = '' }: Attempt, breach = ''): Promise<pg.DatabaseError | string> {
    const { role, enter } = databaseViewerOf(this.fixture, this.fixture.viewer(by));
    await this.behind.query(
      `begin; ${breach}; set local session_replication_role = replica; ${given}; set local session_replication_role = origin`,
    );
    try {
      await this.behind.query(`set local role ${role}`);
      await enter(this.behind);
      let count: number | null = 0;
      for (const one of sql) ({ rowCount: count } = await this.behind.query(one));
      return count ? 'done' : 'nothing';
    } catch (error) {
      if (error instanceof pg.DatabaseError) return error;
      throw error;
    } finally {
      await this.behind.query('rollback');
    }
  }

  async rows(table: string, where = 'true'): Promise<Row[]> {
    const { rows } = await this.behind.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where ${where}`,
    );
    return rows.map(({ row }) => row);
  }

  /** The statement that inserts a copy of a row with these changes. */
  async copyOf(table: string, row: Row, changes: Row = {}): Promise<string> {
    const json = pg.escapeLiteral(JSON.stringify({ ...row, ...changes }));
    return (await copying(this.behind, table)).replace('$1', () => json);
  }
}
