import type { Member } from '../../access';
import { Conditions } from '../../platform/database/conditions';
import type { Page } from '../../platform/graphql/connection';
import { RECORD_COLUMNS, type ServiceRecordRow } from './service-record.repository';

/** The conditions of a figure; null: any. */
export interface Cell {
  indicator: string;
  measure: string;
  from: string;
  to: string;
  agreementId: string | null;
  zoneId: string | null;
  projectId: string | null;
  stationId: string | null;
  operatorId: string | null;
  districtCode: string | null;
}

const COUNTED = `r.indicator_code = $1 and r.quantities ? $2 and r.occurred_on between $3 and $4
  and r.voided_at is null`;

function conditions(cell: Cell): Conditions {
  return new Conditions([cell.indicator, cell.measure, cell.from, cell.to])
    .add('operator', cell.operatorId, (value) => `r.organisation_id = ${value}`)
    .add('agreement', cell.agreementId, (value) => `r.agreement_id = ${value}`)
    .add('station', cell.stationId, (value) => `r.station_id = ${value}`)
    .add('district', cell.districtCode, (value) => `r.district_code = ${value}`)
    .add('zone', cell.zoneId, (value) => `r.zone_id = ${value}`)
    .add('project', cell.projectId, (value) => `r.project_id = ${value}`);
}

/** A page of the records included in a figure, latest day first. */
export async function countedRecords(member: Member, cell: Cell, page: Page): Promise<ServiceRecordRow[]> {
  const where = conditions(cell).after(page.after, 'r.occurred_on, r.id', ['date', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement(
      'explain.page',
      `select ${RECORD_COLUMNS} from core.service_record r
        where ${COUNTED} and ${where.sql} order by r.occurred_on desc, r.id desc limit ${limit}`,
    ),
    where.values,
  );
}

/** Number and sum of the records included in a figure. */
export async function countedSum(member: Member, cell: Cell): Promise<{ count: number; completed: string }> {
  const where = conditions(cell);
  const [row] = await member.read(
    where.statement<{ count: number; completed: string }>(
      'explain.sum',
      `select count(*)::int as count, coalesce(sum((r.quantities ->> $2)::numeric), 0)::text as completed
         from core.service_record r where ${COUNTED} and ${where.sql}`,
    ),
    where.values,
  );
  return row ?? { count: 0, completed: '0' };
}
