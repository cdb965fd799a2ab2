import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { ROW_LOCK } from '../../src/platform/database/row-lock';
import type { Api, Client } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import { asSuperuser, cluster } from '../kit/templates';

export interface UserError {
  code: string;
  path: string[];
  message: string;
}

/** Code and path of each, as tests compare them. */
export function codes(errors: readonly UserError[]): string[] {
  return errors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

/** The password of members who join in tests. */
export const NEW_PASSWORD = 'three unrelated umbrellas 41';

const ERRORS = 'userErrors { code path message }';
const MEMBER = 'id displayName email role recordsMoney joinedAt leftAt stations { id name }';

export const INVITE = `mutation($input: InviteMemberInput!) {
  inviteMember(input: $input) { member { ${MEMBER} } invitationToken expiresAt ${ERRORS} }
}`;
export const RENEW = `mutation($id: ID!) {
  renewInvitation(memberId: $id) { member { ${MEMBER} } invitationToken expiresAt ${ERRORS} }
}`;
export const ACCEPT = `mutation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { accessToken refreshToken viewer { id role } ${ERRORS} }
}`;
export const CHANGE = `mutation($input: ChangeMemberInput!) {
  changeMember(input: $input) { member { ${MEMBER} } ${ERRORS} }
}`;
export const REMOVE = `mutation($id: ID!) { removeMember(memberId: $id) { member { ${MEMBER} } ${ERRORS} } }`;
export const MEMBERS = `{ members(first: 100) { totalCount nodes { ${MEMBER} } } }`;
export const SIGN_IN = `mutation($input: SignInInput!) {
  signIn(input: $input) { accessToken refreshToken ${ERRORS} }
}`;
export const REFRESH = `mutation($token: String!) {
  refreshSession(refreshToken: $token) { accessToken refreshToken viewer { role stations { id } } ${ERRORS} }
}`;
export const CHANGE_PASSWORD = `mutation($input: ChangePasswordInput!) {
  changePassword(input: $input) { changed ${ERRORS} }
}`;
export const VIEWER = '{ viewer { id role organisation { id name } stations { id } } }';

export interface Person {
  id: string;
  displayName: string;
  email: string;
  role: string;
  recordsMoney: boolean;
  joinedAt: string | null;
  leftAt: string | null;
  stations: { id: string; name: string }[] | null;
}

export interface Invited {
  member: Person | null;
  invitationToken: string | null;
  expiresAt: string | null;
  userErrors: UserError[];
}

export interface Tokens {
  accessToken: string | null;
  refreshToken: string | null;
  userErrors: UserError[];
}

interface MemberAnswer {
  member: Person | null;
  userErrors: UserError[];
}

let people = 0;

/** A new e-mail each time. */
export function newEmail(domain = 'joins.example'): string {
  people += 1;
  return `person${people}@${domain}`;
}

export async function tryInvite(client: Client, input: Record<string, unknown>): Promise<Invited> {
  const complete = { email: newEmail(), displayName: '新同事', role: 'WORKER', ...input };
  return (await client.get<{ inviteMember: Invited }>(INVITE, { input: complete })).inviteMember;
}

/** Invites a member; fails on user errors. */
export async function invite(
  client: Client,
  input: Record<string, unknown> = {},
): Promise<{ member: Person; token: string }> {
  const { member, invitationToken, userErrors } = await tryInvite(client, input);
  if (!member || invitationToken === null) throw new Error(JSON.stringify(userErrors));
  return { member, token: invitationToken };
}

export async function accept(api: Api, token: string, password = NEW_PASSWORD): Promise<Tokens> {
  const input = { token, password };
  return (await api.anonymous.get<{ acceptInvitation: Tokens }>(ACCEPT, { input })).acceptInvitation;
}

export async function signIn(api: Api, email: string, password = TEST_PASSWORD): Promise<Tokens> {
  const input = { email, password };
  return (await api.anonymous.get<{ signIn: Tokens }>(SIGN_IN, { input })).signIn;
}

export async function refresh(api: Api, token: string): Promise<Tokens> {
  return (await api.anonymous.get<{ refreshSession: Tokens }>(REFRESH, { token })).refreshSession;
}

export async function change(client: Client, input: Record<string, unknown>): Promise<MemberAnswer> {
  return (await client.get<{ changeMember: MemberAnswer }>(CHANGE, { input })).changeMember;
}

export async function remove(client: Client, id: string): Promise<MemberAnswer> {
  return (await client.get<{ removeMember: MemberAnswer }>(REMOVE, { id })).removeMember;
}

/** A member who has joined, with an open session. */
export interface Joined {
  id: string;
  email: string;
  client: Client;
  accessToken: string;
  refreshToken: string;
}

/** Invites a member who joins at once. */
export async function join(
  api: Api,
  administrator: Client,
  input: Record<string, unknown> = {},
): Promise<Joined> {
  const { member, token } = await invite(administrator, input);
  const { accessToken, refreshToken, userErrors } = await accept(api, token);
  if (accessToken === null || refreshToken === null) throw new Error(JSON.stringify(userErrors));
  return { ...member, client: api.withToken(accessToken), accessToken, refreshToken };
}

/** The codes of an answer's errors. */
export async function refusalsOf(
  client: Client,
  query: string,
  variables?: Record<string, unknown>,
): Promise<unknown[]> {
  const { errors } = await client.ask(query, variables);
  return errors.map(({ extensions }) => extensions?.code);
}

/**
 * Runs calls while a transaction of the test has a lock: each waits for it before the next begins, and all go
 * on, in that order, once it is released, after what happens meanwhile. The race then happens every time.
 */
export async function together<T>(
  api: Api,
  lock: [sql: string, values: unknown[]],
  calls: (() => Promise<T>)[],
  meanwhile: () => Promise<void> = async () => Promise.resolve(),
): Promise<T[]> {
  return asSuperuser(
    cluster(),
    async (client) => {
      await client.query('begin');
      await client.query(...lock);
      const answers: Promise<T>[] = [];
      for (const call of calls) {
        answers.push(call());
        await untilWaiting(client, answers.length);
      }
      await meanwhile();
      await client.query('commit');
      return Promise.all(answers);
    },
    api.world.name,
  );
}

/** Resolves when so many sessions wait for a lock. */
async function untilWaiting(client: Pick<pg.Client, 'query'>, count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    // Within a transaction the activity is a cached snapshot, unless that is cleared.
    await client.query('select pg_stat_clear_snapshot()');
    const { rows } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length >= count) return;
    await sleep(5);
  }
  throw new Error(`fewer than ${count} sessions wait for a lock`);
}

/** The lock that changes of the members of a client's organisation take. */
export async function lockOfMembers(client: Client): Promise<[sql: string, values: unknown[]]> {
  const { viewer } = await client.get<{ viewer: { organisation: { id: string } } }>(VIEWER);
  return [ROW_LOCK.text, [`members ${viewer.organisation.id}`]];
}
