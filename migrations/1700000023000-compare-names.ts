import type { MigrationInterface, QueryRunner } from 'typeorm';

const INVISIBLE = String.raw`[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]`;
const BLANKS = String.raw`[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+`;

/** Radicals, strokes, dashes and interpuncts that NFKC does not fold, with the characters they look like. */
const LOOKALIKES =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲㇆㇏㇐㇑㇒㇓㇔㇕㇖㇗㇘㇙㇚㇛㇜㇝㇞㇟㇠㇡‐‒–—―−•‧∙⋅・';
const IDEOGRAPHS =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀𠃌乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎------·····';

/** Names that must not look alike within a key. */
interface Named {
  table: string;
  column: string;
  within: string;
  /** The unique constraint or index on the exact name that this replaces. */
  exact: string;
  options?: string;
  where?: string;
}

const OF_AGREEMENT = 'organisation_id, agreement_id';
const NAMES: readonly Named[] = [
  { table: 'organisation', column: 'name', within: 'kind', exact: 'organisation_kind_name_key' },
  { table: 'station', column: 'name', within: 'district_code', exact: 'station_district_code_name_key' },
  ...['term', 'project', 'zone', 'point'].map((table) => ({
    ...{ table, column: 'name', within: OF_AGREEMENT },
    exact: `${table}_organisation_id_agreement_id_name_key`,
  })),
  {
    ...{ table: 'budget_line', column: 'category', within: `${OF_AGREEMENT}, version` },
    exact: 'budget_line_organisation_id_agreement_id_version_category_key',
  },
  {
    ...{ table: 'evaluation', column: 'name', within: `${OF_AGREEMENT}, party`, exact: 'evaluation_name' },
    where: 'voided_at is null',
  },
  {
    ...{ table: 'evaluation_item', column: 'name', within: 'organisation_id, evaluation_id, group_id' },
    exact: 'evaluation_item_organisation_id_evaluation_id_group_id_name_key',
    options: 'nulls not distinct',
  },
];

/**
 * Names that look alike are equal: the comparison form of a name (same as in src/platform/text-forms.ts) is stored
 * beside it, and is unique where the name was. Existing rows that look alike are kept: they are excluded from the index.
 */
export class CompareNames1700000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.name_key(name text) returns text language sql immutable strict parallel safe as $$
        select pg_catalog.regexp_replace(pg_catalog.normalize(pg_catalog.translate(pg_catalog.lower(pg_catalog.upper(
          pg_catalog.translate(
            pg_catalog.normalize(pg_catalog.regexp_replace(name collate "C", '${INVISIBLE}', '', 'g'), 'NFKC'),
            '${LOOKALIKES}',
            '${IDEOGRAPHS}') collate "und-x-icu")), 'ς', 'σ'), 'NFKC') collate "C", '${BLANKS}', '', 'g')
      $$`);
    for (const named of NAMES) await this.compare(runner, named);
    // For searching; uniqueness is on core.station.
    await this.addKey(runner, { table: 'station_access', column: 'name' });
  }

  private async compare(runner: QueryRunner, named: Named): Promise<void> {
    const { table, column, within, exact, options = '', where } = named;
    await this.addKey(runner, named);
    const kept = await this.alreadyAlike(runner, named);
    const conditions = [...(where === undefined ? [] : [where]), ...kept];
    await this.dropExact(runner, named);
    await runner.query(
      `create unique index ${exact === 'evaluation_name' ? exact : `${table}_${column}_alike`} on core.${table}
       (${within}, ${column}_key) ${options} ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}`,
    );
  }

  /** No statistics: the planner's estimates would reveal names. */
  private async addKey(
    runner: QueryRunner,
    { table, column }: Pick<Named, 'table' | 'column'>,
  ): Promise<void> {
    await runner.query(`
      alter table core.${table} add column ${column}_key text collate "C" not null
        generated always as (core.name_key(${column})) stored`);
    await runner.query(`alter table core.${table} alter column ${column}_key set statistics 0`);
    await runner.query(
      `alter table core.${table} add constraint ${table}_${column}_visible check (${column}_key <> '') not valid`,
    );
  }

  /** Conditions that exclude all but the first of the rows that look alike. */
  private async alreadyAlike(
    runner: QueryRunner,
    { table, column, within, where }: Named,
  ): Promise<string[]> {
    const [{ key }] = (await runner.query(
      `select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as key
         from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = 'core.${table}'::regclass and i.indisprimary`,
    )) as [{ key: string }];
    const [{ forced }] = (await runner.query(
      `select relforcerowsecurity as forced from pg_class where oid = 'core.${table}'::regclass`,
    )) as [{ forced: boolean }];
    if (forced) await runner.query(`alter table core.${table} no force row level security`);
    const rows = (await runner.query(
      `select (select string_agg(format('%I is distinct from %L', k.key, k.value), ' or ' order by k.key)
                 from jsonb_each_text(to_jsonb(d) - 'place') k(key, value)) as condition
         from (select ${key}, row_number() over (partition by ${within}, ${column}_key order by ${key}) as place
                 from core.${table} where ${where ?? 'true'}) d
        where d.place > 1 order by 1`,
    )) as { condition: string }[];
    if (forced) await runner.query(`alter table core.${table} force row level security`);
    return rows.map(({ condition }) => `(${condition})`);
  }

  private async dropExact(runner: QueryRunner, { table, exact }: Named): Promise<void> {
    await runner.query(
      exact === 'evaluation_name'
        ? `drop index core.${exact}`
        : `alter table core.${table} drop constraint ${exact}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column, within, exact, options = '', where } of NAMES) {
      if (exact === 'evaluation_name') await runner.query(`drop index core.${exact}`);
      await runner.query(`alter table core.${table} drop column ${column}_key`);
      await runner.query(
        exact === 'evaluation_name'
          ? `create unique index ${exact} on core.${table} (${within}, ${column}) where ${where ?? 'true'}`
          : `alter table core.${table} add constraint ${exact} unique ${options} (${within}, ${column})`,
      );
    }
    await runner.query('alter table core.station_access drop column name_key');
    await runner.query('drop function core.name_key');
  }
}
