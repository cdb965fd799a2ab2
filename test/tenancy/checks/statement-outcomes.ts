import type { ClientBase } from 'pg';

/** One statement to try; `row` is its parameter, as JSON. */
export interface AttemptedStatement {
  sql: string;
  row?: object;
  /** It returns one text, which is in the outcome. */
  answers?: true;
}

export interface Outcome {
  /** SQLSTATE; 00000 for success. */
  code: string;
  message: string;
  /** Rows that it changed or found. */
  count: number;
  answer: string | null;
}

/** Tries statements one after the other in one round trip, each rolled back before the next. */
export async function outcomesOf(
  client: ClientBase,
  statements: readonly AttemptedStatement[],
): Promise<Outcome[]> {
  if (statements.length === 0) return [];
  // Many differ in their row alone: each text is sent once.
  const texts = [...new Set(statements.map(({ sql }) => sql))];
  const places = new Map(texts.map((sql, at) => [sql, at + 1]));
  const list = statements.map(({ sql, row, answers }) => ({ at: places.get(sql), row, answers }));
  // A DO block has no parameters and no result: both go through settings. A function would need a schema.
  await client.query(
    `select set_config('attempts.texts', $1, true), set_config('attempts.statements', $2, true)`,
    [JSON.stringify(texts), JSON.stringify(list)],
  );
  await client.query(BLOCK);
  const { rows } = await client.query<{ outcomes: Outcome[] }>(
    `select current_setting('attempts.outcomes')::json as outcomes`,
  );
  return rows[0]!.outcomes;
}

const BLOCK = `
  do $$
  declare
    texts jsonb := current_setting('attempts.texts')::jsonb;
    one jsonb;
    sql text;
    code text;
    message text;
    count int;
    answer text;
    outcomes jsonb[] := '{}';
  begin
    for one in select value from pg_catalog.jsonb_array_elements(current_setting('attempts.statements')::jsonb) loop
      code := '00000'; message := ''; count := 0; answer := null;
      sql := texts ->> ((one -> 'at')::int - 1);
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
      outcomes := outcomes || jsonb_build_object('code', code, 'message', message, 'count', count, 'answer', answer);
    end loop;
    perform set_config('attempts.outcomes', to_jsonb(outcomes)::text, true);
  end $$`;

/** No privilege, or a policy's refusal. */
export const REFUSED = '42501';
