import type pg from 'pg';
import { MemberRole, OrganisationKind, secretHash } from '../../../src/access';
import { issueAccessToken } from '../../../src/access/access-token';
import { ApiKeys } from '../../../src/access/api-keys';
import { newId } from '../../../src/platform/ids';
import type { Client, TestApi } from '../../kit/api';
import { TEST_KEYS, TEST_PASSWORD_HASH } from '../../kit/settings';
import type { HttpClients } from './client';
import type { Column, Principal } from '../verdicts';

/** Someone who asks. */
export interface Person extends Principal {
  name: string;
  organisationId: string;
  memberId: string;
  district: string | null;
  /** The stations that it is limited to; null: no limit. */
  stations: readonly string[] | null;
  client: Client;
}

/** One of each scope: the one with the strongest role, which may do all that the others may. */
export function ofEachScope(people: readonly Person[]): Person[] {
  const shown = new Set<string>();
  return people.filter(({ column, organisationId, stations, isKey }) => {
    const scope = [column, organisationId, stations?.length, isKey].join(' ');
    if (shown.has(scope)) return false;
    shown.add(scope);
    return true;
  });
}

export interface OrganisationFacts {
  id: string;
  kind: OrganisationKind;
  district: string | null;
}

export interface NewPerson {
  name: string;
  column: Column;
  organisation: OrganisationFacts;
  role: MemberRole;
  isKey?: boolean;
  recordsMoney?: boolean;
  stations?: readonly string[] | null;
}

/** Adds members with SQL, signed in: signing in is tested elsewhere, and its hash is slow by design. */
export class MemberFactory {
  constructor(
    private readonly api: TestApi,
    private readonly http: HttpClients,
    private readonly sql: pg.Pool,
  ) {}

  async person({
    name,
    column,
    organisation,
    role,
    isKey = false,
    recordsMoney = false,
    stations = null,
  }: NewPerson): Promise<Person> {
    const memberId = await this.member(organisation.id, { role, isKey, recordsMoney, stations });
    const who = { name, column, role, isKey, recordsMoney, organisationId: organisation.id, memberId };
    const client = isKey
      ? await this.key(organisation.id, memberId)
      : await this.session(organisation, memberId, role, recordsMoney);
    return { ...who, district: organisation.district, stations, client };
  }

  anonymous(): Person {
    const none = { organisationId: '', memberId: '', district: null, stations: null };
    return {
      name: 'anonymous',
      column: 'anonymous',
      role: null,
      isKey: false,
      recordsMoney: false,
      ...none,
      client: this.http.client(undefined),
    };
  }

  /** A member of an organisation; returns its id. */
  async member(
    organisationId: string,
    {
      role = MemberRole.VIEWER,
      isKey = false,
      recordsMoney = false,
      stations = null,
      joined = true,
    }: Partial<Pick<NewPerson, 'role' | 'isKey' | 'recordsMoney' | 'stations'>> & { joined?: boolean } = {},
  ): Promise<string> {
    const id = newId();
    await this.sql.query(
      `insert into core.member (organisation_id, id, kind, email, display_name, role, station_limited, joined_at, records_money)
       values ($1, $2, $3, $4, $5, $6, $7, case when $8 then now() end, $9)`,
      [
        organisationId,
        id,
        isKey ? 'KEY' : 'PERSON',
        isKey ? null : `${id}@matrix.example`,
        `某人 ${id}`,
        role,
        stations !== null,
        joined,
        recordsMoney,
      ],
    );
    await this.sql.query(
      `insert into core.member_station (organisation_id, member_id, station_id) select $1, $2, unnest($3::uuid[])`,
      [organisationId, id, stations ?? []],
    );
    if (!isKey) {
      await this.sql.query(
        'insert into auth.credential (email, organisation_id, member_id, password_hash) values ($1, $2, $3, $4)',
        [`${id}@matrix.example`, organisationId, id, TEST_PASSWORD_HASH],
      );
    }
    return id;
  }

  /** A client with a session of its own. */
  async session(
    organisation: OrganisationFacts,
    memberId: string,
    role: MemberRole,
    recordsMoney = false,
  ): Promise<Client> {
    const session = {
      recordsMoney,
      sessionId: await this.openSession(organisation.id, memberId),
      memberId,
      role,
      isKey: false,
      organisationId: organisation.id,
      kind: organisation.kind,
      districtCode: organisation.district,
      accessVersion: 1,
    };
    return this.http.client(issueAccessToken(session, TEST_KEYS, this.api.clock.now()));
  }

  /** A client with an API key of a member that is one. */
  async key(organisationId: string, memberId: string): Promise<Client> {
    const { token } = ApiKeys.create();
    await this.sql.query(
      'insert into auth.api_key (hash, organisation_id, member_id, session_id) values ($1, $2, $3, $4)',
      [secretHash(token), organisationId, memberId, await this.openSession(organisationId, memberId)],
    );
    return this.http.client(token);
  }

  private async openSession(organisationId: string, memberId: string): Promise<string> {
    const id = newId();
    await this.sql.query(
      `insert into core.session (organisation_id, id, member_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [organisationId, id, memberId],
    );
    return id;
  }
}
