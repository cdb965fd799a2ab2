import type { Member } from '../../access';
import type { Day } from '../../platform/calendar';
import { PINYIN } from '../../platform/database/collations';
import { Conditions } from '../../platform/database/conditions';
import type { Page } from '../../platform/graphql/connection';
import {
  agreementJson,
  type AgreementRow,
  confirmedAgreements,
  termJson,
  type TermRow,
  terms,
} from '../agreement';
import { stationJson, stationOf, type StationRow } from '../directory';

/** An agreement of an overview, with its station and its current term. */
export interface OverviewRow {
  station: StationRow;
  agreement: AgreementRow;
  term: TermRow | null;
}

/** SQL: the term `t` of the agreement `p` on a day, $1, or else the last that ended; none before the first. */
const CURRENT_TERM = `${terms('t')} where t.organisation_id = p.organisation_id and t.agreement_id = p.id
    and t.starts_on <= $1 order by t.starts_on desc limit 1`;
const COLUMNS = `${stationJson('s')} as station, ${agreementJson('p')} as agreement,
  (select ${termJson('t')} from ${CURRENT_TERM}) as term`;

/** SQL: each station's relevant agreement on a day, $1: the one in force, or else the last one. */
const LATEST = `(select distinct on (a.station_id) a.* from ${confirmedAgreements('a')} where a.starts_on <= $1
  order by a.station_id, a.starts_on desc) p`;
const ENDED = '(p.ends_on < $1)::int';
const BY_NAME = `s.name ${PINYIN}, p.station_id`;

/** Which of the stations within the scope; null: all. */
export interface StationChoice {
  districtCode: string | null;
  operatorId: string | null;
}

function conditions(day: Day, { districtCode, operatorId }: StationChoice): Conditions {
  return new Conditions([day])
    .add('district', districtCode, (value) => `p.district_code = ${value}`)
    .add('operator', operatorId, (value) => `p.organisation_id = ${value}`);
}

/** Stations within the scope that have had an agreement by a day; those whose last has ended come last. */
export async function stationRows(
  member: Member,
  day: Day,
  choice: StationChoice,
  page: Page,
): Promise<OverviewRow[]> {
  const where = conditions(day, choice);
  where.after(page.after, `${ENDED}, ${BY_NAME}`, ['int', 'text', 'uuid']);
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement(
      'overview.stations',
      `select ${COLUMNS} from ${LATEST} join ${stationOf('s', 'p')}
        where ${where.sql} order by ${ENDED}, ${BY_NAME} limit ${limit}`,
    ),
    where.values,
  );
}

export async function stationRowCount(member: Member, day: Day, choice: StationChoice): Promise<number> {
  const where = conditions(day, choice);
  return countOf(
    member,
    where,
    'overview.stationCount',
    `select count(distinct p.station_id)::int as count from ${choice.operatorId === null ? confirmedAgreements('p') : LATEST}
      where p.starts_on <= $1 and ${where.sql}`,
  );
}

/** Agreements within the scope that have begun by a day, latest first. */
export async function agreementRows(member: Member, day: Day, page: Page): Promise<OverviewRow[]> {
  const where = new Conditions([day]).after(page.after, 'p.starts_on, p.id', ['date', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement(
      'overview.agreements',
      `select ${COLUMNS} from ${confirmedAgreements('p')} join ${stationOf('s', 'p')}
        where p.starts_on <= $1 and ${where.sql} order by p.starts_on desc, p.id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function agreementRowCount(member: Member, day: Day): Promise<number> {
  return countOf(
    member,
    new Conditions([day]),
    'overview.agreementCount',
    `select count(*)::int as count from ${confirmedAgreements('p')} where p.starts_on <= $1`,
  );
}

async function countOf(member: Member, where: Conditions, name: string, text: string): Promise<number> {
  const [row] = await member.read(where.statement<{ count: number }>(name, text), where.values);
  return row?.count ?? 0;
}

/** A station's relevant agreement, reduced to what sums over a district need. */
export interface CountedAgreement {
  organisationId: string;
  agreementId: string;
  stationId: string;
  termId: string | null;
}

interface DistrictRow {
  districtCode: string;
  inForce: number;
  agreements: CountedAgreement[];
}

/** The relevant agreement of each station within the scope on a day, by district. */
export async function districtRows(member: Member, day: Day, choice: StationChoice): Promise<DistrictRow[]> {
  const where = conditions(day, choice);
  return member.read(
    where.statement(
      'overview.districts',
      `select p.district_code as "districtCode", count(*) filter (where p.ends_on >= $1)::int as "inForce",
              json_agg(json_build_object('organisationId', p.organisation_id, 'agreementId', p.id,
                'stationId', p.station_id, 'termId',
                (select t.id from ${CURRENT_TERM}))) as agreements
         from ${LATEST} where ${where.sql} group by p.district_code order by p.district_code`,
    ),
    where.values,
  );
}
