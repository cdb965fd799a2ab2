import type { ClientBase } from 'pg';

/** A constraint that older rows may break: a check that is not valid, or a unique index that may leave rows out. */
interface Lenient {
  name: string;
  isCheck: boolean;
  drop: string;
  make: string;
}

const LENIENT = `
  select pg_catalog.format('%I.%I %I', n.nspname, c.relname, k.conname) as name, true as "isCheck",
         pg_catalog.format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
         pg_catalog.format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                           pg_catalog.pg_get_constraintdef(k.oid)) as make
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('auth', 'core', 'scope') and k.contype = 'c' and not k.convalidated
  union all
  select pg_catalog.format('%I.%I', n.nspname, i.relname), false,
         pg_catalog.format('drop index %I.%I', n.nspname, i.relname), pg_catalog.pg_get_indexdef(i.oid)
    from pg_catalog.pg_index x
    join pg_catalog.pg_class i on i.oid = x.indexrelid
    join pg_catalog.pg_namespace n on n.oid = i.relnamespace
   where n.nspname in ('auth', 'core', 'scope') and x.indisunique
     and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.oid)
   order by 1`;

/**
 * Drops the target's constraints that rows of the source may break, and returns the statements that recreate them after
 * the copy: COPY checks every row, and the migrations of an empty database leave none out of an index.
 */
export async function dropExceptions(source: ClientBase, target: ClientBase): Promise<string[]> {
  const [wanted, found] = [await lenientOf(source), await lenientOf(target)];
  const made: string[] = [];
  for (const { name, isCheck, make } of wanted) {
    const here = found.find((one) => one.name === name);
    if (!here || (!isCheck && here.make === make)) continue;
    await target.query(here.drop);
    made.push(make);
  }
  return made;
}

async function lenientOf(client: ClientBase): Promise<Lenient[]> {
  const { rows } = await client.query<Lenient>(LENIENT);
  return rows;
}
