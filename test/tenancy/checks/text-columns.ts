import { type Check, findings } from './findings';

/** Text columns beneath the views that BI logins read, except codes: those of a constraint's list, or of the directory. */
const WORDS = `(
  select distinct a.attrelid as oid, a.attnum, a.attstattarget, d.refobjid::regclass || '.' || a.attname as name
    from pg_rewrite r
    join pg_class v on v.oid = r.ev_class and v.relnamespace = 'bi'::regnamespace
    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
     and d.refclassid = 'pg_class'::regclass and d.refobjid <> v.oid
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    join pg_type t on t.oid = a.atttypid and t.typcategory = 'S'
   where not (a.attname ~ '^(district_code|indicator_code|measure_code|condition)$')
     and not (a.attname = 'code' and d.refobjid in ('core.district'::regclass, 'core.indicator'::regclass, 'core.measure'::regclass))
     and not exists (
       select from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
          and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%')) w`;

export const textColumns: Check = async (client) =>
  findings(client, `select w.name as finding from ${WORDS}`);

/** EXPLAIN reveals statistics, which are over the rows of all tenants. */
export const textColumnsWithStatistics: Check = async (client) => [
  ...(await findings(
    client,
    `select w.name || ' takes statistics' as finding from ${WORDS} where coalesce(w.attstattarget, -1) <> 0`,
  )),
  ...(await findings(
    client,
    `select w.name || ' has statistics' as finding from ${WORDS} join pg_statistic s on s.starelid = w.oid and s.staattnum = w.attnum`,
  )),
  ...(await findings(
    client,
    `select distinct 'an index keeps statistics of ' || w.name as finding from ${WORDS}
       join pg_index i on i.indrelid = w.oid and i.indexprs is not null
       join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
        and d.refclassid = 'pg_class'::regclass and d.refobjid = w.oid and d.refobjsubid = w.attnum`,
  )),
  ...(await findings(
    client,
    `select distinct e.stxnamespace::regnamespace || '.' || e.stxname || ' are extended statistics of ' || w.name as finding
       from ${WORDS} join pg_statistic_ext e on e.stxrelid = w.oid
       join pg_depend d on d.classid = 'pg_statistic_ext'::regclass and d.objid = e.oid
        and d.refclassid = 'pg_class'::regclass and d.refobjid = w.oid and d.refobjsubid = w.attnum`,
  )),
];
