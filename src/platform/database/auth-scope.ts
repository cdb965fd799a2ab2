import type { PoolClient } from 'pg';
import type { Database } from './database';
import { retryTransient } from './errors';
import { type Statement, statement } from './statement';

/** The identity that a caller claims: it sees the rows of exactly this e-mail, token hash and member. */
export interface Claim {
  email?: string;
  hash?: string;
  memberId?: string;
}

const ENTER_AUTH = statement('scope.enter_auth', 'select scope.enter_auth($1, $2, $3)');

/** For signing in, or for joining as a member. */
type AuthRole = 'app_auth' | 'app_enrolment';

/** Statements on credentials, in one transaction of a role that sees nothing else. */
export class AuthScope {
  private constructor(
    private readonly database: Database,
    private readonly client: PoolClient,
  ) {}

  /** Runs `work` in one transaction; once more after a deadlock or serialisation failure. */
  static async run<T>(
    database: Database,
    work: (scope: AuthScope) => Promise<T>,
    role: AuthRole = 'app_auth',
  ): Promise<T> {
    return retryTransient(async () => AuthScope.attempt(database, work, role));
  }

  private static async attempt<T>(
    database: Database,
    work: (scope: AuthScope) => Promise<T>,
    role: AuthRole,
  ): Promise<T> {
    const client = await database.connect(role);
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(new AuthScope(database, client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((reason: unknown) => {
        broken = reason as Error;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Restricts the following statements to the rows of this claim. */
  async claim({ email, hash, memberId }: Claim): Promise<void> {
    await this.database.send(this.client, ENTER_AUTH, [email ?? null, hash ?? null, memberId ?? null]);
  }

  async query<Row>(sql: Statement<Row>, values: unknown[]): Promise<Row[]> {
    return this.database.send(this.client, sql, values);
  }
}
