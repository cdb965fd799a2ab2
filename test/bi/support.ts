import pg from 'pg';
import { type Granted, grantBiLogin, listBiLogins } from '../../src/bi';
import type { World } from '../kit/world';

/** One of each kind of organisation that gets a login, and the account of its administrator. */
export const READERS = {
  operator: ['逢源人家', 'admin@fengyuan.example'],
  purchaser: ['广州市荔湾区逢源街道办事处', 'admin@fengyuan-street.example'],
  'bureau of the district': ['广州市荔湾区民政局', 'admin@liwan-bureau.example'],
  'bureau of the city': ['广州市民政局', 'admin@guangzhou-bureau.example'],
  'mentoring centre': ['广州市社会工作督导中心', 'admin@mentoring-centre.example'],
} as const;
export type Reader = keyof typeof READERS;
export const EVERY_READER = Object.keys(READERS) as Reader[];

/** Dates and decimals as PostgreSQL writes them, not parsed into a Date or a float. */
const types = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;

export interface BiClient {
  login: string;
  password: string;
  /** Rows as text. */
  rows: <Row extends object = Record<string, string | null>>(
    sql: string,
    values?: unknown[],
  ) => Promise<Row[]>;
  /** SQLSTATE of the refusal, or `ok`. */
  attempt: (sql: string) => Promise<string>;
  client: pg.Client;
}

/** Logins of one test file's database. Roles belong to the whole cluster: all are dropped at the end. */
export class BiLogins {
  private readonly open: pg.Client[] = [];

  constructor(private readonly world: World) {}

  async grant(organisation: string, stationIds: string[] | null = null): Promise<Granted> {
    return grantBiLogin(this.world.ownerUrl, { organisation, stationIds, login: null });
  }

  /** A connection as a new login of an organisation. */
  async as(organisation: string, stationIds: string[] | null = null): Promise<BiClient> {
    const { login, password } = await this.grant(organisation, stationIds);
    return this.connect(login, password!);
  }

  async connect(login: string, password: string): Promise<BiClient> {
    const client = new pg.Client({ connectionString: this.urlOf(login, password), types });
    // A login that is revoked loses its connections.
    client.on('error', () => undefined);
    await client.connect();
    this.open.push(client);
    return {
      login,
      password,
      client,
      rows: async <Row extends object>(sql: string, values: unknown[] = []) =>
        (await client.query<Row>(sql, values)).rows,
      attempt: async (sql) =>
        client.query(sql).then(
          () => 'ok',
          (error: unknown) => (error as pg.DatabaseError).code ?? 'lost',
        ),
    };
  }

  urlOf(login: string, password: string): string {
    const url = new URL(this.world.serverUrl);
    [url.username, url.password] = [login, password];
    return url.toString();
  }

  async close(): Promise<void> {
    await Promise.all(this.open.map(async (client) => client.end().catch(() => undefined)));
    const logins = (await listBiLogins(this.world.ownerUrl)).map(({ login }) => login).join(', ');
    if (logins === '') return;
    // Without the command's own care for what others read meanwhile, and for all in one go.
    await this.world.ownerQuery(`drop owned by ${logins}`);
    await this.world.ownerQuery(`drop role ${logins}`);
  }
}

export interface Role {
  attributes: string;
  password: string;
}

/** What a login may do, and its password as PostgreSQL keeps it. */
export async function readRole({ ownerQuery }: World, login: string): Promise<Role | undefined> {
  const [role] = await ownerQuery<Role>(
    `select concat_ws(' ', rolcanlogin, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolconnlimit)
              as attributes, rolpassword as password from pg_authid where rolname = $1`,
    [login],
  );
  return role;
}
