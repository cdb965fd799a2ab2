import { dayOf, type Day } from '../platform/calendar';
import type { Database } from '../platform/database/database';
import type { Statement } from '../platform/database/statement';
import { TenantScope, type Transaction } from '../platform/database/tenant-scope';
import { type Batch, Loaders } from '../platform/graphql/loaders';
import { Refusal } from '../platform/refusal';
import type { Language } from '../platform/text';
import { type Action, ruleOf } from './actions';
import { atLeast } from './parties';
import { databaseRoleOf, type Session } from './session';

export interface CallerOptions {
  database: Database;
  session: Session | null;
  language: Language;
  requestId: string;
  remoteAddress: string;
  clock: () => Date;
  /** Fires when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** Whoever sent the request. Services ask it for permission first, and get the means to act in return. */
export class Caller {
  private member: Member | null;

  constructor(private readonly options: CallerOptions) {
    this.member = options.session ? this.memberOf(options.session) : null;
  }

  get language(): Language {
    return this.options.language;
  }

  get requestId(): string {
    return this.options.requestId;
  }

  get remoteAddress(): string {
    return this.options.remoteAddress;
  }

  get session(): Session | null {
    return this.member?.session ?? null;
  }

  /** From here on the request acts for this session: it has just been opened, or ended. */
  async become(session: Session | null): Promise<void> {
    await this.finish();
    this.member = session ? this.memberOf(session) : null;
  }

  /** The signed-in member, if the table of actions lets it do this; else the request is refused. */
  assert(action: Action): Member {
    if (!this.member) throw unauthenticated();
    if (!this.member.may(action)) throw forbidden();
    return this.member;
  }

  /** Gives back what the request held. */
  async finish(): Promise<void> {
    await this.member?.finish();
  }

  private memberOf(session: Session): Member {
    const { database, clock, signal } = this.options;
    return new Member(session, database, clock, signal);
  }
}

/** A signed-in member, and its scope in the database. */
export class Member {
  private readonly scope: TenantScope;
  private readonly loaders: Loaders<TenantScope>;

  constructor(
    readonly session: Session,
    database: Database,
    private readonly clock: () => Date,
    signal?: AbortSignal,
  ) {
    this.scope = new TenantScope(database, { ...session, role: databaseRoleOf(session) }, signal);
    this.loaders = new Loaders(this.scope);
  }

  may(action: Action): boolean {
    const least = ruleOf(action)[this.session.kind];
    return least !== undefined && atLeast(this.session.role, least);
  }

  now(): Date {
    return this.clock();
  }

  /** Today in Guangzhou. */
  today(): Day {
    return dayOf(this.clock());
  }

  async read<Row>(sql: Statement, values: unknown[]): Promise<Row[]> {
    return this.scope.read<Row>(sql, values);
  }

  async load<Key, Value>(batch: Batch<TenantScope, Key, Value>, key: Key): Promise<Value> {
    return this.loaders.load(batch, key);
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.loaders.clear();
    return this.scope.write(work);
  }

  async finish(): Promise<void> {
    await this.scope.end();
  }
}

/** Not signed in, or no longer. */
function unauthenticated(): Refusal {
  return new Refusal('UNAUTHENTICATED', {
    zh: '您尚未登录，或登录已失效。请重新登录。',
    en: 'You are not signed in, or no longer. Please sign in again.',
  });
}

function forbidden(): Refusal {
  return new Refusal('FORBIDDEN', {
    zh: '您的账号没有此项权限。如确有需要，请联系本单位的管理员。',
    en: 'Your account may not do this. If you need to, ask the administrator of your organisation.',
  });
}
