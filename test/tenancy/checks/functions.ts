import { type Check, findings } from './findings';

const OURS = `(
  select p.oid::regprocedure::text as name, p.* from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname in ('core', 'auth', 'scope')) p`;

/** No function is SECURITY DEFINER, leakproof, or sets a search path. */
export const functionsRunAsTheCaller: Check = async (client) =>
  findings(
    client,
    `select p.name || ' ' || case when p.prosecdef then 'is SECURITY DEFINER' when p.proleakproof then 'claims to be leakproof'
            when p.proconfig is not null then 'changes settings' else 'is written in ' || l.lanname end as finding
       from ${OURS} join pg_language l on l.oid = p.prolang
      where p.prosecdef or p.proleakproof or p.proconfig is not null or l.lanname not in ('sql', 'plpgsql')`,
  );

interface Body {
  name: string;
  source: string;
}

/** Transition tables of statement triggers: they have no schema. */
const TRANSITION_TABLES = ['new_rows', 'old_rows', 'changed'];

const RELATION =
  /\b(?:from|join|into|update|table|truncate)\s+(?:only\s+)?([a-z_][\w$]*(?:\.[a-z_][\w$]*)?)/gi;
const CALL = /([\w$]+\.)?\b([a-z_][\w$]*)\s*\(/gi;

/** A table or function named without its schema is resolved by the current search path. */
export const functionsNameSchemas: Check = async (client) => {
  const { rows: bodies } = await client.query<Body>(`select p.name, p.prosrc as source from ${OURS}`);
  const { rows: relations } = await client.query<{ name: string }>(
    `select distinct relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'auth', 'scope', 'public')`,
  );
  const { rows: functions } = await client.query<{ name: string }>(
    `select distinct proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname <> 'pg_catalog'`,
  );
  const known = new Set(relations.map(({ name }) => name));
  const foreign = new Set(functions.map(({ name }) => name));
  return bodies.flatMap(({ name, source }) => [
    ...[...source.matchAll(RELATION)]
      .map(([, relation]) => relation!)
      .filter((relation) => known.has(relation) && !TRANSITION_TABLES.includes(relation))
      .map((relation) => `${name} names the table ${relation} without its schema`),
    ...[...source.matchAll(CALL)]
      .filter(([, schema, called]) => schema === undefined && foreign.has(called!))
      .map(([, , called]) => `${name} calls ${called!}() without its schema`),
  ]);
};
