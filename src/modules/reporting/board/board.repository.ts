import type { Member } from '../../../access';
import type { Day } from '../../../platform/calendar';
import { PINYIN } from '../../../platform/database/collations';
import { Conditions } from '../../../platform/database/conditions';
import { statement } from '../../../platform/database/statement';
import type { Page } from '../../../platform/graphql/connection';
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

const MONTHS = monthsOf('m', '$1', 'a.starts_on < $3::date + 31 and a.ends_on >= $2::date');
/** SQL: of the months that are due by today: on time, late, never. */
const COUNTS = `count(*) filter (where m.due_on < $1::date)::int as expected,
  count(*) filter (where m.due_on < $1::date and not m.is_late)::int as "onTime",
  count(*) filter (where m.due_on < $1::date and m.is_late and not m.is_missing)::int as late,
  count(*) filter (where m.is_missing)::int as missing`;

function conditions({ today, first, last, districtCode, withEnded }: BoardQuestion): Conditions {
  return new Conditions([today, first, last])
    .add('district', districtCode, (value) => `m.district_code = ${value}`)
    .add('recent', withEnded ? null : today, (value) => isRecent('m.ends_on', value));
}

const WITHIN = 'm.month between $2::date and $3::date';

/** A page of the stations that have a month in the range, by name. */
export async function boardPage(member: Member, question: BoardQuestion, page: Page): Promise<BoardRow[]> {
  const where = conditions(question);
  const order = `s.name ${PINYIN}, s.station_id`;
  const rest = new Conditions(where.values).after(page.after, order, ['text', 'uuid']);
  const limit = rest.parameter(page.size + 1);
  const sql = statement<BoardRow>(
    'month.board',
    `select ${stationJson('s')} as station, b.months, b.expected, b."onTime", b.late, b.missing
       from (select m.station_id, (array_agg(m.organisation_id order by m.month desc))[1] as organisation_id,
                    (array_agg(m.purchaser_id order by m.month desc))[1] as purchaser_id,
                    json_agg(${monthJson('m')} order by m.month, m.agreement_id) as months, ${COUNTS}
               from ${MONTHS} where ${WITHIN} and ${where.sql} group by m.station_id) b
       join ${stationOf('s', 'b')}
      where ${rest.sql} order by ${order} limit ${limit}`,
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
    `select count(distinct m.station_id)::int as stations, ${COUNTS} from ${MONTHS} where ${WITHIN} and ${where.sql}`,
  );
  const [row] = await member.read(sql, where.values);
  if (!row) throw new Error('an aggregate has one row');
  return row;
}
