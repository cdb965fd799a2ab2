import type pg from 'pg';

/** The ids that the compared requests use: read from the database once, the same for every server. */
export interface City {
  records: number;
  stations: number;
  /** The first and last day of all agreements. */
  from: string;
  to: string;
  /** The last month that has begun in the city's time, YYYY-MM: the one after the last that was handed in. */
  lastMonth: string;
  cityBureau: string;
  /** The bureau with most stations, and these in order. */
  bureau: string;
  stationIds: string[];
  /** The term with most records, and its agreement. */
  fullest: TermIds;
  /** A term each of as many operators as there are, to write to. */
  places: TermIds[];
}

/** A term of an agreement, to read or write. */
export interface TermIds {
  operatorId: string;
  agreementId: string;
  /** A day of its last month that is open. */
  day: string;
  zoneId: string | null;
  /** The columns that PostGraphile's clients have to know. */
  termId: string;
  stationId: string;
  purchaserId: string;
  districtCode: string;
}

/** Reads the ids as the superuser, who alone sees everything. */
export async function readCity(superuser: pg.Client): Promise<City> {
  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> => {
    const { rows } = await superuser.query(text, values);
    if (rows.length === 0) throw new Error(`The city lacks what is asked for: ${text}`);
    return rows[0] as Row;
  };
  const { records, stations } = await one<{ records: string; stations: string }>(
    `select (select sum(records) from core.completion_term) as records,
            (select count(*) from core.station) as stations`,
  );
  const { from, to } = await one<{ from: string; to: string }>(
    `select min(starts_on)::text as from, max(ends_on)::text as to from core.term`,
  );
  const { id: cityBureau } = await one<{ id: string }>(
    `select id from core.organisation where kind = 'SUPERVISOR' and district_code is null limit 1`,
  );
  const { id: bureau, district } = await one<{ id: string; district: string }>(
    `select o.id, o.district_code as district from core.organisation o join core.station s using (district_code)
      where o.kind = 'SUPERVISOR' group by 1, 2 order by count(*) desc, 1 limit 1`,
  );
  const { lastMonth } = await one<{ lastMonth: string }>(
    `select to_char(max(month) + interval '1 month', 'YYYY-MM') as "lastMonth" from core.report_month`,
  );
  const { rows: inDistrict } = await superuser.query<{ id: string }>(
    'select id from core.station where district_code = $1 order by id',
    [district],
  );
  const place = (terms: string): string => `
    select t.organisation_id as "operatorId", t.agreement_id as "agreementId", t.id as "termId",
           d.day::text as day, t.station_id as "stationId", t.purchaser_id as "purchaserId",
           t.district_code as "districtCode",
           (select z.id from core.zone z where z.organisation_id = t.organisation_id
               and z.agreement_id = t.agreement_id order by z.position limit 1) as "zoneId"
      from core.term t join (${terms}) c on c.organisation_id = t.organisation_id and c.term_id = t.id
     cross join lateral (
       select greatest(g::date, t.starts_on) as day
         from generate_series(date_trunc('month', t.starts_on::timestamp), least(t.ends_on, now()::date)::timestamp,
                              interval '1 month') g
        where not exists (select from core.report_month m where m.organisation_id = t.organisation_id
                             and m.agreement_id = t.agreement_id and m.month = g::date)
        order by g desc limit 1) d`;
  const fullest = await one<TermIds>(
    place(`select organisation_id, term_id from core.completion_term
            group by 1, 2 order by sum(records) desc, 2 limit 1`),
  );
  const { rows: places } = await superuser.query<TermIds>(
    `${place(`select distinct on (organisation_id) organisation_id, id as term_id from core.term
               where starts_on < now()::date order by organisation_id, starts_on desc, id`)}
      order by 1 limit 64`,
  );
  return {
    records: Number(records),
    stations: Number(stations),
    from,
    to,
    lastMonth,
    cityBureau,
    bureau,
    stationIds: inDistrict.map(({ id }) => id),
    fullest,
    places,
  };
}
