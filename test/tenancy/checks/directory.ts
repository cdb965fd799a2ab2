import { DATABASE_ROLES, type DatabaseRole } from '../../../src/platform/database/roles';

/** Roles of those who sign in, as opposed to the server's own. */
const SIGNED_IN = DATABASE_ROLES.filter(
  (role) => !['app_auth', 'app_enrolment', 'app_audit', 'app_outbox'].includes(role),
);
const REGISTRARS: DatabaseRole[] = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'];

const to = (privilege: string, table: string, roles: readonly DatabaseRole[]): string[] =>
  roles.map((role) => `${privilege} on ${table} to ${role}`);

/** Tables of no tenant: without row-level security, so the grants alone decide who may do what. */
export const DIRECTORY_TABLES = [
  'core.district',
  'core.indicator',
  'core.measure',
  'core.organisation',
  'core.organisation_former_name',
  'core.row_lock',
  'core.station',
  'core.station_name',
  'core.taken_name',
];

/** Every grant on the tables of the directory. No role reads what stations are called, nor the taken names. */
export const DIRECTORY_GRANTS = [
  ...to('SELECT', 'core.district', [...SIGNED_IN, 'app_auth', 'app_enrolment']),
  ...to('SELECT', 'core.organisation', [
    ...SIGNED_IN,
    'app_auth',
    'app_enrolment',
    'app_audit',
    'app_outbox',
  ]),
  ...to('INSERT', 'core.organisation', ['app_platform', 'app_enrolment']),
  ...['name', 'short_name', 'named_since'].flatMap((column) =>
    to(`UPDATE (${column})`, 'core.organisation', ['app_platform']),
  ),
  ...to('SELECT', 'core.organisation_former_name', SIGNED_IN),
  ...to('INSERT', 'core.organisation_former_name', ['app_platform']),
  ...to('UPDATE (administered)', 'core.organisation', ['app_auth', 'app_enrolment']),
  ...to('SELECT', 'core.indicator', SIGNED_IN),
  ...to('SELECT', 'core.measure', SIGNED_IN),
  ...to('INSERT', 'core.station', REGISTRARS),
  // For triggers alone.
  ...to('INSERT', 'core.station_name', REGISTRARS),
  ...to('SELECT (station_id)', 'core.station_name', REGISTRARS),
  // Bureaus rename stations by their id; a trigger keeps them to their district.
  ...['SELECT (id)', 'UPDATE (name)', 'UPDATE (named_since)'].flatMap((right) =>
    to(right, 'core.station', ['app_supervisor', 'app_city']),
  ),
  ...to('INSERT', 'core.taken_name', [...REGISTRARS, 'app_platform', 'app_enrolment']),
  // Opaque keys of row locks.
  ...to('SELECT', 'core.row_lock', SIGNED_IN),
  ...to('INSERT', 'core.row_lock', SIGNED_IN),
  ...to('UPDATE (key)', 'core.row_lock', SIGNED_IN),
];
