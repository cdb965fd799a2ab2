import type { ClientBase } from 'pg';

/** One statement to try; `row` is its parameter, as JSON. */
export interface Try {
  sql: string;
  row?: object;
  /** It answers one text, which is told. */
  answers?: true;
}

export interface Outcome {
  /** SQLSTATE; 00000 for what went well. */
  code: string;
  message: string;
  /** Rows that it changed, or found. */
  count: number;
  answer: string | null;
}

/** Tries statements one after the other in one round trip, each undone before the next. */
export async function tries(client: ClientBase, statements: readonly Try[]): Promise<Outcome[]> {
  if (statements.length === 0) return [];
  // Many differ in their row alone: each text is sent once.
  const texts = [...new Set(statements.map(({ sql }) => sql))];
  const places = new Map(texts.map((sql, at) => [sql, at + 1]));
  const list = statements.map(({ sql, row, answers }) => ({ at: places.get(sql), row, answers }));
  await client.query(FUNCTION);
  const { rows } = await client.query<Outcome>('select * from pg_temp.tries($1, $2)', [
    texts,
    JSON.stringify(list),
  ]);
  return rows;
}

const FUNCTION = `
  create or replace function pg_temp.tries(texts text[], statements jsonb)
  returns table (code text, message text, count int, answer text) language plpgsql as $$
  declare
    one jsonb;
    sql text;
  begin
    for one in select value from pg_catalog.jsonb_array_elements(statements) loop
      code := '00000'; message := ''; count := 0; answer := null;
      sql := texts[(one -> 'at')::int];
      begin
        if one ? 'answers' then
          execute sql into answer using one -> 'row';
        else
          execute sql using one -> 'row';
        end if;
        get diagnostics count = row_count;
        message := count || ' rows';
        raise exception using errcode = 'TRIED';
      exception when others then
        if sqlstate <> 'TRIED' then
          code := sqlstate; message := sqlerrm; answer := null;
        end if;
      end;
      return next;
    end loop;
  end $$`;

/** No privilege, or a policy's refusal. */
export const REFUSED = '42501';
