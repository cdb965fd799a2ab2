/** The bare handler's statements: each returns the whole text of a response. */
export interface Sql {
  name: string;
  text: string;
}

/** The parameters of a request. */
interface BareRequest {
  organisationId: string;
  memberId: string;
  requestId: string;
  parameters: URLSearchParams;
  body: string;
}

export interface BareQuestion {
  sql: Sql;
  writes?: true;
  values: (request: BareRequest) => unknown[];
}

export const ENTER: Sql = { name: 'enter', text: 'select scope.enter($1, $2, $3, $4)' };

const percent = (completed: string, target: string): string =>
  `case when ${target} <> 0 then round(${completed} / ${target} * 100, 2)::text end`;

const COMPLETION = `
  with term as (
    select id, name, starts_on, ends_on from core.term
     where organisation_id = $1 and agreement_id = $2 and id = $3
  ), cell as materialized (
    select indicator_code, measure_code, zone_id, sum(target) as target, coalesce(sum(completed), 0) as completed
      from (select indicator_code, measure_code, zone_id, null::numeric as target, completed
              from core.completion_term
             where organisation_id = $1 and agreement_id = $2 and term_id = $3 and records > 0
             union all
            select indicator_code, measure_code, zone_id, value, null
              from core.target
             where organisation_id = $1 and agreement_id = $2 and term_id = $3) c
     group by 1, 2, 3
  ), zone as materialized (
    select id, name, position from core.zone where organisation_id = $1 and agreement_id = $2
  )
  select json_build_object(
    'term', (select row_to_json(t) from term t),
    'zones', (select json_agg(json_build_object('id', z.id, 'name', z.name) order by z.position) from zone z),
    'rows', (select json_agg(json_build_object('code', i.code, 'nameZh', i.name_zh, 'measure', m.code, 'name', m.name,
              'unit', m.unit, 'target', r.target::text, 'completed', r.completed::text,
              'percent', ${percent('r.completed', 'r.target')},
              'byZone', (select json_agg(json_build_object('zone', z.id, 'target', c.target::text,
                           'completed', coalesce(c.completed, 0)::text,
                           'percent', ${percent('c.completed', 'c.target')}) order by z.position)
                           from zone z left join cell c on c.indicator_code = r.indicator_code
                            and c.measure_code = r.measure_code and c.zone_id = z.id))
              order by i.position, m.position)
             from (select indicator_code, measure_code, sum(target) as target, sum(completed) as completed
                     from cell group by 1, 2) r
             join core.indicator i on i.code = r.indicator_code
             join core.measure m on m.indicator_code = r.indicator_code and m.code = r.measure_code)
  )::text as answer`;

/** Sums of terms that lie in the range from their totals, of others from their months, and the targets of all. */
const COMPARISON_SUMS = `
  with t as materialized (
    select organisation_id, agreement_id, id, station_id, starts_on >= $1::date and ends_on < $2::date as whole
      from core.term where starts_on < $2::date and ends_on >= $1::date and station_id = any ($3::uuid[])
  ), s as (
    select station_id, indicator_code, measure_code, sum(completed) as completed, sum(target) as target
      from (select t.station_id, p.indicator_code, p.measure_code, case when t.whole then p.completed end as completed,
                   case when p.targets > 0 then p.target end as target
              from t join core.completion_total p
                on (p.organisation_id, p.agreement_id, p.term_id) = (t.organisation_id, t.agreement_id, t.id)
             where p.indicator_code = any ($4::text[])
             union all
            select t.station_id, p.indicator_code, p.measure_code, p.completed, null
              from t join core.completion_month p
                on (p.organisation_id, p.agreement_id, p.term_id) = (t.organisation_id, t.agreement_id, t.id)
             where not t.whole and p.month >= $1::date and p.month < $2::date and p.indicator_code = any ($4::text[])) p
     group by 1, 2, 3
  )`;

const SUMMED = `'indicator', s.indicator_code, 'measure', s.measure_code, 'completed', coalesce(s.completed, 0)::text,
  'target', s.target::text, 'percent', ${percent('coalesce(s.completed, 0)', 's.target')}`;

const COMPARISON = `${COMPARISON_SUMS}
  select json_agg(json_build_object('stationId', s.station_id, 'name', a.name, ${SUMMED}) order by s.station_id)::text as answer
    from s cross join lateral (select name from core.station_access a where a.station_id = s.station_id limit 1) a`;

/** All of the city at once is faster without reading every term: only those that do not lie in the range are read. */
const CITY = `
  with t as materialized (
    select organisation_id, agreement_id, id, district_code, starts_on >= $1::date and ends_on < $2::date as whole
      from core.term where starts_on < $2::date and ends_on >= $1::date
  ), s as (
    select district_code, indicator_code, measure_code, sum(completed) as completed, sum(target) as target
      from (select p.district_code, p.indicator_code, p.measure_code, sum(p.completed) as completed,
                   sum(case when p.targets > 0 then p.target end) as target
              from core.completion_total p
             where p.term_id <> all (array(select id from core.term where starts_on < $1::date or ends_on >= $2::date))
             group by 1, 2, 3
             union all
            select t.district_code, p.indicator_code, p.measure_code, null, case when p.targets > 0 then p.target end
              from t join core.completion_total p
                on (p.organisation_id, p.agreement_id, p.term_id) = (t.organisation_id, t.agreement_id, t.id)
             where not t.whole
             union all
            select t.district_code, p.indicator_code, p.measure_code, p.completed, null
              from t join core.completion_month p
                on (p.organisation_id, p.agreement_id, p.term_id) = (t.organisation_id, t.agreement_id, t.id)
             where not t.whole and p.month >= $1::date and p.month < $2::date) p
     group by 1, 2, 3
  )
  select json_agg(json_build_object('district', d.name, ${SUMMED})
                  order by s.district_code, s.indicator_code, s.measure_code)::text as answer
    from s join core.district d on d.code = s.district_code`;

const NESTED = `
  select json_agg(json_build_object('id', s.station_id, 'name', s.name, 'agreements',
           (select json_agg(json_build_object('id', a.id, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'zones',
              (select json_agg(json_build_object('id', z.id, 'name', z.name, 'points',
                 (select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position)
                    from core.point p where (p.organisation_id, p.agreement_id, p.zone_id)
                                          = (z.organisation_id, z.agreement_id, z.id))) order by z.position)
                 from core.zone z where (z.organisation_id, z.agreement_id) = (a.organisation_id, a.id)))
              order by a.starts_on, a.id)
              from core.agreement a where a.station_id = s.station_id)) order by s.name, s.station_id)::text as answer
    from (select distinct on (name, station_id) name, station_id from core.station_access
           order by name, station_id limit $1) s`;

const RECORDS = `
  select json_agg(json_build_object('id', r.id, 'occurredOn', r.occurred_on, 'indicator', r.indicator_code,
           'quantities', r.quantities, 'zone', json_build_object('id', z.id, 'name', z.name), 'note', r.note,
           'revision', r.revision, 'voidedAt', r.voided_at) order by r.occurred_on desc, r.id desc)::text as answer
    from (select * from core.service_record where organisation_id = $1 and agreement_id = $2
           order by occurred_on desc, id desc limit 1000) r
    left join core.zone z on z.organisation_id = r.organisation_id and z.id = r.zone_id`;

const RECORD = `
  with a as (
    select * from core.agreement where organisation_id = $1 and id = $2
  ), given as (
    select gen_random_uuid() as id, g.* from json_to_recordset($3::json)
      as g("occurredOn" date, indicator text, "zoneId" uuid, note text, key text, quantities jsonb)
  ), stored as (
    insert into core.service_record as r (organisation_id, agreement_id, station_id, purchaser_id, district_code, id,
           revision, term_id, indicator_code, zone_id, occurred_on, quantities, note, idempotency_key, recorded_at,
           recorded_by, recorded_by_name, revised_at, revised_by, revised_by_name)
    select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, g.id, 1, t.id, g.indicator,
           g."zoneId", g."occurredOn", g.quantities, g.note, g.key, now(), m.id, m.display_name, now(), m.id, m.display_name
      from given g cross join a
      join core.term t on t.organisation_id = a.organisation_id and t.agreement_id = a.id
       and g."occurredOn" between t.starts_on and t.ends_on
      join core.member m on m.organisation_id = $1 and m.id = $4
     order by g.key, g.id
    on conflict (organisation_id, agreement_id, idempotency_key) do nothing
    returning r.id, r.revision
  ), logged as (
    insert into core.audit_entry (organisation_id, id, at, member_id, action, thing, thing_id, agreement_ids, after,
           remote_address, request_id)
    select $1, gen_random_uuid(), now(), $4, 'SERVICES_RECORDED', 'Agreement', $2, array[$2],
           jsonb_build_object('recordIds', jsonb_agg(s.id)), '127.0.0.1', $5 from stored s
  )
  select json_agg(row_to_json(s))::text as answer from stored s`;

interface Comparison {
  from: string;
  after: string;
  stationIds?: string[];
  indicators?: string[];
}

const agreement = ({ organisationId, parameters }: BareRequest): unknown[] => [
  organisationId,
  parameters.get('agreement'),
];

/** By path. */
export const BARE_QUESTIONS: Record<string, BareQuestion> = {
  completion: {
    sql: { name: 'completion', text: COMPLETION },
    values: (request) => [...agreement(request), request.parameters.get('term')],
  },
  comparison: {
    sql: { name: 'comparison', text: COMPARISON },
    values: ({ body }) => {
      const { from, after, stationIds, indicators } = JSON.parse(body) as Comparison;
      return [from, after, stationIds, indicators];
    },
  },
  city: {
    sql: { name: 'city', text: CITY },
    values: ({ body }) => {
      const { from, after } = JSON.parse(body) as Comparison;
      return [from, after];
    },
  },
  nested: { sql: { name: 'nested', text: NESTED }, values: ({ parameters }) => [parameters.get('first')] },
  records: { sql: { name: 'records', text: RECORDS }, values: agreement },
  record: {
    writes: true,
    sql: { name: 'record', text: RECORD },
    values: ({ organisationId, memberId, requestId, parameters, body }) => [
      organisationId,
      parameters.get('agreement'),
      body,
      memberId,
      requestId,
    ],
  },
};
