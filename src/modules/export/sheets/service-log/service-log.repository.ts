import type { Day } from '../../../../platform/calendar';
import { type AgreementKey, points, projects, valueOn, zones } from '../../../agreement';
import { notedServiceRecords } from '../../../service-record';
import { literal } from '../../export.filter';

const PARTS = { zone: zones, point: points, project: projects };
const joins = Object.entries(PARTS).map(
  ([name, rows]) => `left join ${rows(name)}
    on ${name}.organisation_id = r.organisation_id and ${name}.agreement_id = r.agreement_id and ${name}.id = r.${name}_id`,
);

/** What a place was called on the day of the record. */
const nameOf = (part: keyof typeof PARTS): string => valueOn.name(part, part, 'r.occurred_on');

/** The records of an agreement that count, by their days: day, zone, point, project, indicator, quantities, note. */
export function logQuery(
  { organisationId, agreementId }: AgreementKey,
  from: Day | null,
  to: Day | null,
): string {
  return `select r.occurred_on, ${nameOf('zone')}, ${nameOf('point')}, ${nameOf('project')}, r.indicator_code,
          r.quantities, r.note
    from ${notedServiceRecords('r')} ${joins.join('\n')}
   where r.organisation_id = ${literal(organisationId, 'uuid')} and r.agreement_id = ${literal(agreementId, 'uuid')}
     and r.voided_at is null
     and r.occurred_on between ${from === null ? `'-infinity'::date` : literal(from, 'date')}
                           and ${to === null ? `'infinity'::date` : literal(to, 'date')}
   order by r.occurred_on, r.id`;
}
