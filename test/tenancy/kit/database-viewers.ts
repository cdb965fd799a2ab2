import { hashOf } from '../../../src/access/refresh-token';
import type { DatabaseRole } from '../../../src/platform/database/roles';
import { CLOSED } from './parties';
import type { DatabaseViewer } from './run-as';
import { type SignedIn, type Row, ruleOf } from './rules';
import type { Fixture, Viewer } from './fixture';

const never = (): boolean => false;

/** What the sender sees, of all organisations. */
const SENT = ['core.mail', 'core.outbox_event', 'core.webhook', 'core.webhook_delivery'];
/** What it needs to know of them. */
const READ_TO_SEND = [
  ...SENT,
  'core.assessment',
  'core.mail_preference',
  'core.member',
  'core.member_station',
  'core.station_access',
  // When they expire.
  'core.sheet_import',
];

/** A member of the fixture, signed in. */
export function databaseViewerOf(fixture: Fixture, viewer: Viewer): DatabaseViewer {
  const { role, organisationId, memberId, sessionId, accessVersion } = viewer.principal;
  const visible = viewer.sees.map((name) => fixture.agreements[name]);
  const agreementOf = (row: Row): unknown => row.agreement_id ?? row.id;
  const me: SignedIn = {
    role,
    organisationId,
    memberId,
    administers: viewer.administers,
    sees: (row) => visible.some(({ agreementId }) => agreementId === agreementOf(row)),
    meets: (row) =>
      visible.some(
        (of) =>
          of.organisationId === row.organisation_id &&
          of.stationId === row.station_id &&
          of.purchaserId === row.purchaser_id,
      ),
    isOpen: (row) => fixture.agreements[CLOSED].agreementId !== agreementOf(row),
  };
  return {
    name: viewer.name,
    role,
    enter: async (client) =>
      client.query('select scope.enter($1, $2, $3, $4)', [
        organisationId,
        memberId,
        sessionId,
        accessVersion,
      ]),
    mayRead: (table, row) => ruleOf(table).read(me, row),
    mayAdd: (table, row) => ruleOf(table).add?.(me, row) ?? false,
    mayChange: (table, row) => ruleOf(table).change?.(me, row) ?? false,
  };
}

/** A person who signs in or joins: not yet a member, but with a claim to be one. */
export function claimantsOf({ viewers }: Fixture): DatabaseViewer[] {
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
  ): DatabaseViewer => {
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
        (['core.audit_entry', 'core.mail'].includes(table) || claims(table, row)) &&
        isMember(table, row) &&
        member !== null,
      mayChange: (table, row) => claims(table, row) && (table !== 'auth.credential' || member !== null),
    };
  };
  return [
    claimant('app_auth', ['an e-mail', email, null, null]),
    claimant('app_auth', ['an e-mail and its member', email, null, memberId]),
    claimant('app_auth', ['a member', null, null, memberId]),
    claimant('app_auth', ['a refresh token', null, hashOf(`refresh ${memberId}`), null]),
    claimant('app_auth', ['an invitation', null, hashOf(`invitation ${memberId}`), memberId]),
    claimant('app_auth', ['a password reset', null, hashOf(`reset ${memberId}`), memberId]),
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
    {
      name: 'app_outbox',
      role: 'app_outbox',
      enter: async (client) => client.query('select scope.enter_outbox()'),
      mayRead: (table) => READ_TO_SEND.includes(table),
      mayAdd: (table) => ['core.mail', 'core.webhook_delivery'].includes(table),
      // Of uploads it empties those that are not.
      mayChange: (table, row) =>
        SENT.includes(table) || (table === 'core.sheet_import' && row.content !== null),
    },
  ];
}

/** A viewer as `role` with the given settings, which open no scope. */
export function viewerWithoutScope(
  role: DatabaseRole,
  settings: Readonly<Record<string, string>> = {},
): DatabaseViewer {
  const given = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return {
    name: `${role} with ${given.length === 0 ? 'no scope' : given.join(', ')}`,
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
