import type { Member } from '../../../access';
import type { Day } from '../../../platform/calendar';
import { PINYIN } from '../../../platform/database/collations';
import { Conditions } from '../../../platform/database/conditions';
import { statement } from '../../../platform/database/statement';
import type { Page } from '../../../platform/graphql/connection';
import { confirmedAgreements } from '../../agreement';
import { stationJson, stationOf, type StationRow } from '../../directory';
import { isRecent, monthJson, type MonthRow, monthsOf } from '../months/month.sql';

/** How many months are due by a day, and how they were handed in. */
export interface Punctuality {
  expected: number;
  onTime: number;
  late: number;
  missing: number;
}

/** A station with its months, the first one first. */
export interface BoardRow extends Punctuality {
  station: StationRow;
  months: MonthRow[];
}

export interface BoardQuestion {
  today: Day;
  /** First days of the first and the last month. */
  first: Day;
  last: Day;
  districtCode: string | null;
  withEnded: boolean;
}

/** SQL: of the months that are due by today: on time, late, never. */
const COUNTS = `count(*) filter (where m.due_on < $1::date)::int as expected,
  count(*) filter (where m.due_on < $1::date and not m.is_late)::int as "onTime",
  count(*) filter (where m.due_on < $1::date and m.is_late and not m.is_missing)::int as late,
  count(*) filter (where m.is_missing)::int as missing`;

/** The conditions of the agreements that have a month in the range. */
function conditions({ today, first, last, districtCode, withEnded }: BoardQuestion): Conditions {
  return new Conditions([today, first, last])
    .add('district', districtCode, (value) => `a.district_code = ${value}`)
    .add('recent', withEnded ? null : today, (value) => isRecent('a.ends_on', value));
}

const HAS_MONTH = `a.starts_on < ($3::date + interval '1 month')::date and a.ends_on >= $2::date`;
const WITHIN = 'm.month between $2::date and $3::date';

/** A page of the stations that have a month in the range, by name; then their months. */
export async function boardPage(member: Member, question: BoardQuestion, page: Page): Promise<BoardRow[]> {
  const where = conditions(question);
  const order = `s.name ${PINYIN}, s.station_id`;
  const rest = new Conditions(where.values).after(page.after, order, ['text', 'uuid']);
  const limit = rest.parameter(page.size + 1);
  const isOfBoard = `${HAS_MONTH} and ${where.sql}`;
  const sql = statement<BoardRow>(
    'month.board',
    `with page as materialized (
       select s.station_id, s.organisation_id, s.purchaser_id
         from (select distinct on (a.station_id) a.station_id, a.organisation_id, a.purchaser_id
                 from ${confirmedAgreements('a')} where ${isOfBoard}
                order by a.station_id, a.starts_on desc) b
         join ${stationOf('s', 'b')}
        where ${rest.sql} order by ${order} limit ${limit})
     select ${stationJson('s')} as station, b.months, b.expected, b."onTime", b.late, b.missing
       from page p
       join ${stationOf('s', 'p')}
      cross join lateral (
        select json_agg(${monthJson('m')} order by m.month, m.agreement_id) as months, ${COUNTS}
          from ${monthsOf('m', '$1', `a.station_id = p.station_id and ${isOfBoard}`)} where ${WITHIN}) b
      order by ${order}`,
    [...where.names, ...rest.names],
  );
  return member.read(sql, rest.values);
}

export interface BoardTotals extends Punctuality {
  stations: number;
}

/** The sums over all stations of the board. */
export async function boardTotals(member: Member, question: BoardQuestion): Promise<BoardTotals> {
  const where = conditions(question);
  const sql = where.statement<BoardTotals>(
    'month.boardTotals',
    `select count(distinct m.station_id)::int as stations, ${COUNTS}
       from ${monthsOf('m', '$1', `${HAS_MONTH} and ${where.sql}`)} where ${WITHIN}`,
  );
  const [row] = await member.read(sql, where.values);
  if (!row) throw new Error('an aggregate has one row');
  return row;
}
