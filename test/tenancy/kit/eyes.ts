import type { ClientBase } from 'pg';
import { hashOf } from '../../../src/access/refresh-token';
import type { DatabaseRole } from '../../../src/platform/database/roles';
import type { Scene, Viewer } from './scene';

/** A row as JSON, whichever table it is of. */
export type Row = Readonly<Record<string, unknown>>;

/** Whoever looks at the database through one of the server's roles, and what design §4 lets it do there. */
export interface Eyes {
  name: string;
  role: DatabaseRole;
  /** Opens its scope in the transaction that has begun. */
  enter: (client: ClientBase) => Promise<unknown>;
  mayRead: (table: string, row: Row) => boolean;
  mayAdd: (table: string, row: Row) => boolean;
  mayChange: (table: string, row: Row) => boolean;
}

const never = (): boolean => false;

/** Columns that tell the rows of a table apart, as far as the tests need it. */
export function keyOf(table: string): string[] {
  const special: Record<string, string[]> = {
    'core.agreement': ['id'],
    'core.audit_entry': ['id'],
    'core.member': ['id'],
    'core.member_station': ['member_id', 'station_id'],
    'core.session': ['id'],
    'core.station_access': ['organisation_id', 'station_id', 'purchaser_id'],
    'auth.credential': ['email'],
    'auth.token_family': ['session_id'],
    'auth.refresh_token': ['hash'],
    'auth.invitation': ['hash'],
    'auth.api_key': ['hash'],
  };
  return special[table] ?? ['agreement_id'];
}

/** Tables that belong to an organisation rather than to one of its agreements. */
const OF_MEMBERS = ['core.member', 'core.member_station', 'core.session'];

/** A member of the scene, signed in. */
export function eyesOf(scene: Scene, viewer: Viewer): Eyes {
  const { role, organisationId, memberId, sessionId, accessVersion } = viewer.principal;
  const { administers } = viewer;
  const visible = viewer.sees.map((name) => scene.agreements[name]);

  const inScope = (table: string, row: Row): boolean => {
    if (table === 'core.agreement') return visible.some(({ agreementId }) => agreementId === row.id);
    if (table !== 'core.station_access')
      return visible.some(({ agreementId }) => agreementId === row.agreement_id);
    return visible.some(
      (of) =>
        of.organisationId === row.organisation_id &&
        of.stationId === row.station_id &&
        of.purchaserId === row.purchaser_id,
    );
  };
  const own = (row: Row): boolean => row.organisation_id === organisationId;
  /** Those who assess see figures; an assessor sees a station only through an assessment. */
  const hidden = (table: string): boolean =>
    (['core.service_record_version', 'core.staff_identity'].includes(table) &&
      (role === 'app_mentoring' || role === 'app_assessor')) ||
    (table === 'core.station_access' && role === 'app_assessor');

  return {
    name: viewer.name,
    role,
    enter: async (client) => {
      await client.query('select scope.enter($1, $2, $3, $4)', [
        organisationId,
        memberId,
        sessionId,
        accessVersion,
      ]);
      if (viewer.assigned.length > 0) {
        await client.query(`set local app.agreement_ids = '{${viewer.assigned.join(',')}}'`);
      }
    },
    mayRead: (table, row) => {
      if (table.startsWith('auth.')) return false;
      if (OF_MEMBERS.includes(table)) return own(row);
      if (table === 'core.audit_entry') return own(row) && administers;
      return inScope(table, row) && !hidden(table);
    },
    mayAdd: (table, row) => {
      // The platform names the first administrator of an organisation, and invites it.
      if (role === 'app_platform' && (table === 'core.member' || table === 'auth.invitation'))
        return administers;
      if (OF_MEMBERS.includes(table) || table.startsWith('auth.')) return own(row) && administers;
      if (table === 'core.audit_entry') return own(row) && row.member_id === memberId;
      return inScope(table, row) && (administers || !table.startsWith('core.staff_'));
    },
    mayChange: (table, row) => {
      if (OF_MEMBERS.includes(table)) return own(row) && administers;
      const manages = table.startsWith('core.staff_') || table === 'core.agreement';
      return inScope(table, row) && role === 'app_operator' && (administers || !manages);
    },
  };
}

/** Someone who is about to sign in, or to come to be: no member yet, but a claim to be one. */
export function claimantsOf({ viewers }: Scene): Eyes[] {
  const { memberId } = viewers[0]!.principal;
  const email = `${memberId}@tenancy.example`;
  const ofMember = ['core.member', 'core.member_station', 'core.session', 'auth.token_family'];
  const isMember = (table: string, row: Row): boolean =>
    (table === 'core.member' ? row.id : row.member_id) === memberId;
  const claimant = (
    role: DatabaseRole,
    [name, claimedEmail, hash, member]: [
      name: string,
      email: string | null,
      hash: string | null,
      member: string | null,
    ],
  ): Eyes => {
    const claims = (table: string, row: Row): boolean =>
      table === 'auth.credential'
        ? row.email === claimedEmail
        : ofMember.includes(table)
          ? role === 'app_auth' && member !== null && isMember(table, row)
          : role === 'app_auth' && table.startsWith('auth.') && row.hash === hash;
    return {
      name: `${role} with ${name}`,
      role,
      enter: async (client) =>
        client.query('select scope.enter_auth($1, $2, $3)', [claimedEmail, hash, member]),
      mayRead: claims,
      mayAdd: (table, row) =>
        (table === 'core.audit_entry' || claims(table, row)) && isMember(table, row) && member !== null,
      mayChange: (table, row) => claims(table, row) && (table !== 'auth.credential' || member !== null),
    };
  };
  return [
    claimant('app_auth', ['an e-mail', email, null, null]),
    claimant('app_auth', ['an e-mail and its member', email, null, memberId]),
    claimant('app_auth', ['a member', null, null, memberId]),
    claimant('app_auth', ['a refresh token', null, hashOf(`refresh ${memberId}`), null]),
    claimant('app_auth', ['an invitation', null, hashOf(`invitation ${memberId}`), memberId]),
    claimant('app_auth', ['a key', null, hashOf(`key ${memberId}`), null]),
    claimant('app_enrolment', ['an e-mail', email, null, memberId]),
    {
      name: 'app_audit',
      role: 'app_audit',
      enter: async () => Promise.resolve(),
      mayRead: never,
      mayAdd: (table) => table === 'core.audit_entry',
      mayChange: never,
    },
  ];
}

/** Whoever comes as `role` after the settings given, which open no scope. */
export function stranger(role: DatabaseRole, settings: Readonly<Record<string, string>> = {}): Eyes {
  const told = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return {
    name: `${role} with ${told.length === 0 ? 'no scope' : told.join(', ')}`,
    role,
    enter: async (client) => {
      for (const [name, value] of Object.entries(settings)) {
        await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      }
    },
    mayRead: never,
    mayAdd: (table) => role === 'app_audit' && table === 'core.audit_entry',
    mayChange: never,
  };
}
