import { basename } from 'node:path';
import { describeDatabase } from '../../src/platform/database/describe-database';
import { migrate, ownerDataSource } from '../../src/platform/database/migrations';
import { asSuperuser, cluster, createEmptyDatabase, dropDatabase, urlOf } from '../kit/templates';

jest.setTimeout(90_000);

/** Every migration up, down and up again, on a database that nothing has touched. */
let name: string;
beforeAll(async () => {
  name = await createEmptyDatabase();
});
afterAll(async () => {
  await dropDatabase(cluster(), name);
});

/** Names of what our migrations may make, beside the tables that describeDatabase tells of. */
async function leftovers(): Promise<string[]> {
  return asSuperuser(
    cluster(),
    async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select 'schema ' || nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
         union all select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
         union all select 'relation ' || relname from pg_class
          where relnamespace = 'public'::regnamespace and relname !~ '^schema_migration' and relname !~ '^PK_'
         union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
         union all select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typname !~ 'schema_migration'
         union all select 'default privileges' from pg_default_acl`,
      );
      return rows.map(({ name }) => name);
    },
    name,
  );
}

test('each migration goes down to exactly what was before it, and up again to what it was', async () => {
  const url = urlOf(cluster().ownerUrl, name);
  const before = await leftovers();
  const states = [await describeDatabase(url)];
  const source = await ownerDataSource(url).initialize();
  const files = source.options.migrations as string[];
  try {
    for (const migration of source.migrations.splice(0)) {
      source.migrations.push(migration);
      expect(await source.runMigrations()).toHaveLength(1);
      states.push(await describeDatabase(url));
    }
    expect(states).toHaveLength(files.length + 1);
    expect(new Set(states).size).toBe(states.length);

    for (let count = files.length; count > 0; count -= 1) {
      const [undone, earlier] = [basename(files[count - 1]!), states[count - 1]];
      await source.undoLastMigration();
      expect({ undone, leaves: await describeDatabase(url) }).toEqual({ undone, leaves: earlier });
    }
  } finally {
    await source.destroy();
  }
  expect(await leftovers()).toEqual(before);
  expect(states[0]).not.toMatch(/create table|create function/i);

  await migrate(url, new URL(cluster().serverUrl).username);
  expect(await describeDatabase(url)).toBe(states.at(-1));
});
