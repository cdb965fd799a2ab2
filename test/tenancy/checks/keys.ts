import { DIRECTORY_TABLES } from './directory';
import { type Check, difference, findings } from './findings';

const KEYS_WITHOUT_TENANT = [
  // A station has one confirmed agreement on a day, no matter who runs it: its error reveals no more.
  'core.agreement_days_apart (station_id)',
  // Keys that are looked up before the tenant is known. Only app_auth has access.
  'auth.api_key_pkey (hash)',
  'auth.credential_pkey (email)',
  'auth.invitation_pkey (hash)',
  'auth.password_reset_pkey (hash)',
  'auth.refresh_token_pkey (hash)',
];

const columns = (relation: string, keys: string): string =>
  `(select string_agg(a.attname, ', ' order by u.place) from unnest(${keys}) with ordinality u(attnum, place)
      join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.attnum)`;

/** Unique constraints, exclusion constraints and unique indexes alike: each is an index. */
export const everyKeyBeginsWithTheTenant: Check = async (client) =>
  difference(
    KEYS_WITHOUT_TENANT,
    await findings(
      client,
      `select n.nspname || '.' || i.relname || ' (' || coalesce(${columns('x.indrelid', 'x.indkey')}, 'an expression') || ')' as finding
         from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         join pg_namespace n on n.oid = t.relnamespace
         left join pg_attribute first on first.attrelid = t.oid and first.attnum = x.indkey[0]
        where n.nspname in ('core', 'auth') and n.nspname || '.' || t.relname <> all ($1)
          and (x.indisunique or x.indisexclusion) and first.attname is distinct from 'organisation_id'`,
      [DIRECTORY_TABLES],
    ),
  );

const FOREIGN_KEYS = `(
  select k.conrelid::regclass || ' (' || ${columns('k.conrelid', 'k.conkey')} || ') → ' || k.confrelid::regclass as line,
         k.conrelid::regclass::text = any ($1) as from_directory, k.confrelid::regclass::text = any ($1) as to_directory,
         (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first,
         (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) as refers_first,
         k.confdeltype, k.confupdtype,
         cardinality(k.conkey) > 1 and exists (select from pg_attribute a join pg_type t on t.oid = a.atttypid
                  where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and t.typname = 'text' and not a.attnotnull
                    and k.confmatchtype = 's') as can_be_off
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
   where k.contype = 'f' and n.nspname in ('core', 'auth')) f`;

/** What the parent says of itself alone: a score is sealed as its assessment is, without a lookup in a policy. */
const KEPT_IN_STEP = ['assessment_score', 'assessment_score_version'].map(
  (table) =>
    `core.${table} (organisation_id, assessment_id, sealed) → core.assessment deletes or empties rows by itself`,
);

/** Foreign keys: tenant to tenant with organisation_id first, tenant to directory, never back; no cascade bypasses a policy. */
export const foreignKeysStayInside: Check = async (client) => [
  ...(await findings(
    client,
    `select f.line || ' leaves the tenant' as finding from ${FOREIGN_KEYS}
      where not f.to_directory and (f.from_directory
         or f.first is distinct from 'organisation_id' or f.refers_first is distinct from 'organisation_id')`,
    [DIRECTORY_TABLES],
  )),
  ...difference(
    KEPT_IN_STEP,
    await findings(
      client,
      `select f.line || ' deletes or empties rows by itself' as finding from ${FOREIGN_KEYS}
        where f.confdeltype not in ('a', 'r') or (f.confupdtype not in ('a', 'r') and not f.to_directory)`,
      [DIRECTORY_TABLES],
    ),
  ),
  // Where one column is null, nothing of the key is checked: a row could name any station with whatever content.
  ...(await findings(
    client,
    `select f.line || ' is not checked where a text is null' as finding from ${FOREIGN_KEYS} where f.can_be_off`,
    [DIRECTORY_TABLES],
  )),
];

const SCOPE = '{organisation_id,agreement_id,station_id,purchaser_id,district_code}';

/**
 * Each row of an agreement has the scope columns that the policies read, and a foreign key that keeps them true: over all of
 * them, to the agreement or to a row that is tied to it likewise.
 */
export const everyRowIsTiedToItsAgreement: Check = async (client) =>
  findings(
    client,
    `with recursive keys as (
       select k.conrelid, k.confrelid, (select array_agg(s.attname::text order by p.place)
                from unnest(k.conkey) with ordinality p(attnum, place)
                join pg_attribute s on s.attrelid = k.conrelid and s.attnum = p.attnum) as columns,
              (select array_agg(s.attname::text order by p.place)
                from unnest(k.confkey) with ordinality p(attnum, place)
                join pg_attribute s on s.attrelid = k.confrelid and s.attnum = p.attnum) as refers
         from pg_constraint k where k.contype = 'f'
     ), tied(oid) as (
       select k.conrelid from keys k where k.confrelid = 'core.agreement'::regclass and k.columns = $2::text[]
       union
       select k.conrelid from keys k join tied t on t.oid = k.confrelid
        where k.columns[1:5] = $2::text[] and k.refers[1:5] = $2::text[]
     )
     select c.oid::regclass || ' is not tied to its agreement by ' || array_to_string($2::text[], ', ') as finding
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'agreement_id' and not a.attisdropped
      where n.nspname = 'core' and c.relkind in ('r', 'p') and c.oid::regclass::text <> all ($1)
        and (c.oid not in (select t.oid from tied t)
          or exists (
          select from pg_attribute s where s.attrelid = c.oid and s.attname = any ($2::text[]) and not s.attnotnull))`,
    [DIRECTORY_TABLES, SCOPE],
  );

export const everyTenantRowNamesItsTenant: Check = async (client) =>
  findings(
    client,
    `select c.oid::regclass || ' may have rows of no organisation' as finding
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
      where n.nspname in ('core', 'auth') and c.relkind in ('r', 'p') and c.oid::regclass::text <> all ($1)
        and not coalesce(a.attnotnull, false)`,
    [DIRECTORY_TABLES],
  );
