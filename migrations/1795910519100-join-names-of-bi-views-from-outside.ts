import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = ['completion_by_term', 'completion_by_zone', 'completion_by_project', 'completion_by_month'];
const NAMES = ['organisation o', 'district d', 'indicator i', 'measure m'];

/**
 * Each figure has its operator, district, indicator and measure: foreign keys see to it. Joined from inside, each of these
 * joins made the planner expect fewer rows, in the end one, and go through all figures for each indicator: 87 s for the
 * zones of a city. An outer join loses none, and is left out where its columns are not asked for.
 */
export class JoinNamesOfBiViewsFromOutside1795910519100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceJoins(runner, (name) => [` JOIN core.${name} ON`, ` LEFT JOIN core.${name} ON`]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceJoins(runner, (name) => [` LEFT JOIN core.${name} ON`, ` JOIN core.${name} ON`]);
  }
}

async function replaceJoins(
  runner: QueryRunner,
  joinsOf: (name: string) => [before: string, after: string],
): Promise<void> {
  for (const view of VIEWS) {
    const [{ sql }] = (await runner.query(`select pg_get_viewdef('bi.${view}'::regclass) as sql`)) as [
      { sql: string },
    ];
    // A null without a type has no name in what PostgreSQL prints, but one with a type would get one.
    let replaced = sql.replaceAll('NULL::numeric,', 'null,');
    for (const name of NAMES) {
      const [before, after] = joinsOf(name);
      if (replaced.split(before).length !== 2) throw new Error(`bi.${view} does not join core.${name} once`);
      replaced = replaced.replace(before, after);
    }
    await runner.query(`create or replace view bi.${view} with (security_invoker = true) as ${replaced}`);
  }
}
