import type { Member } from '../../access';
import { statement } from '../../platform/database/statement';
import type { ServiceRecordRow } from './service-record.repository';

/** A record, and who entered the one before it that has the same content. */
interface LookAlike {
  id: string;
  by: string;
}

const LOOK_ALIKES = statement<LookAlike>(
  'record.lookAlikes',
  `select r.id, r.by from (
     select r.id, r.revision, r.recorded_at, lag(r.recorded_at) over alike as "before", lag(r.recorded_by_name) over alike as by
       from core.service_record r
      where r.organisation_id = $1 and r.agreement_id = $2 and r.occurred_on = any ($3::date[]) and r.voided_at is null
     window alike as (partition by r.occurred_on, r.indicator_code, r.project_id, r.zone_id, r.point_id, r.quantities,
              r.note order by r.recorded_at, r.id)) r
    where r.id = any ($4::uuid[]) and r.revision = 1 and r.recorded_at - r.before <= interval '24 hours'`,
);

/**
 * Which of these records of one agreement, as they were entered, look as if they were entered twice: in the 24 hours
 * before, or in the same call, another one was entered that counts and has the same indicator, day, place, quantities and
 * note.
 */
export async function lookAlikes(member: Member, records: readonly ServiceRecordRow[]): Promise<LookAlike[]> {
  const [first] = records;
  if (!first) return [];
  const days = new Set(records.map(({ occurredOn }) => occurredOn));
  const ids = records.map(({ id }) => id);
  return member.read(LOOK_ALIKES, [first.organisationId, first.agreementId, [...days], ids]);
}
