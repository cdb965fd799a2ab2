import type { Member } from '../../access';
import type { Conditions } from '../../platform/database/conditions';
import type { Page } from '../../platform/graphql/connection';
import { agreements } from '../agreement';
import {
  RECORD_COLUMNS,
  type RecordConditions,
  recordConditions,
  type ServiceRecordRow,
} from './service-record.repository';

/** Conditions on records across agreements. */
interface ScopeConditions extends RecordConditions {
  stationId: string | null;
}

const OF_AGREEMENT = 'r.organisation_id = a.organisation_id and r.agreement_id = a.id';

/** Agreements that cannot have any of the records asked for are left out before their records are looked at. */
function conditions({ stationId, ...filter }: ScopeConditions): Conditions {
  return recordConditions(filter)
    .add('station', stationId, (value) => `a.station_id = ${value}`)
    .add('over', filter.from, (value) => `a.ends_on >= ${value}`)
    .add('begun', filter.to, (value) => `a.starts_on <= ${value}`);
}

/** Filters by the place and the time of a record: what the newest records of an agreement are, its index tells. */
const BY_INDEX = new Set(['station', 'over', 'begun', 'from', 'to', 'after']);

/**
 * SQL of a day from on which the scope has a whole page of records, from the newest few of each agreement; null where
 * these are too few to tell. With evenly spread work nearly all records of later days are on the page.
 */
const dayOfPage = (where: string, limit: string): string => `
  select case when count(*) = ${limit}::int then min(n.occurred_on) end as day from (
    select r.occurred_on from ${agreements('a')}
     cross join lateral (
       select r.occurred_on from core.service_record r where ${OF_AGREEMENT} and ${where}
        order by r.occurred_on desc, r.id desc
        limit (select 4 * ${limit}::int / greatest(count(*), 1) + 1 from ${agreements('n')})) r
     order by r.occurred_on desc limit ${limit}) n`;

/**
 * A page of the records of all agreements within the scope, latest day first. The index of an agreement's records yields
 * the first ones of each, so that no index over the records of all is kept, and the page is merged of them.
 */
export async function scopePage(
  member: Member,
  filter: ScopeConditions,
  page: Page,
): Promise<ServiceRecordRow[]> {
  const where = conditions(filter).after(page.after, 'r.occurred_on, r.id', ['date', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  // With another filter, looking for the day may read as much as the page itself.
  const from = where.names.every((name) => BY_INDEX.has(name))
    ? {
        name: 'record.scopePage.newest',
        with: `with page as materialized (${dayOfPage(where.sql, limit)})`,
        join: `join page p on a.ends_on >= coalesce(p.day, '-infinity')`,
        condition: `and r.occurred_on >= coalesce(p.day, '-infinity')`,
      }
    : { name: 'record.scopePage', with: '', join: '', condition: '' };
  return member.read(
    where.statement<ServiceRecordRow>(
      from.name,
      `${from.with} select r.* from ${agreements('a')} ${from.join}
        cross join lateral (
          select ${RECORD_COLUMNS} from core.service_record r
           where ${OF_AGREEMENT} and ${where.sql} ${from.condition}
           order by r.occurred_on desc, r.id desc limit ${limit}) r
        order by r."occurredOn" desc, r.id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function scopeCount(member: Member, filter: ScopeConditions): Promise<number> {
  const where = conditions(filter);
  const [row] = await member.read(
    where.statement<{ count: number }>(
      'record.scopeCount',
      `select count(*)::int as count from ${agreements('a')}
         join core.service_record r on ${OF_AGREEMENT} where ${where.sql}`,
    ),
    where.values,
  );
  return row?.count ?? 0;
}
