import { readable } from '../platform/database/shape';

/** SQL by which modules read organisations, members and the audit log. */

export const organisations = readable(
  'core.organisation',
  'id, kind, name, short_name, district_code, name_key, administered',
);

export const members = readable(
  'core.member',
  'organisation_id, id, display_name, email, role, station_limited',
);

/** Those who can be sent an e-mail: they have joined, and have not left. */
export const mailable = readable(
  'core.member',
  'organisation_id, id, email, role, station_limited',
  `kind = 'PERSON' and joined_at is not null and left_at is null`,
);

export const auditEntries = readable(
  'core.audit_entry',
  `organisation_id, id, at, member_id, action, thing,
  thing_id, operation, agreement_ids, before, after, remote_address, request_id`,
);

/** SQL: ids of the stations that a member `m` is limited to; null where there is no limit. */
export const stationIdsOf = (m: string): string => `case when ${m}.station_limited then array(
    select l.station_id from core.member_station l
     where l.organisation_id = ${m}.organisation_id and l.member_id = ${m}.id order by l.station_id) end`;
