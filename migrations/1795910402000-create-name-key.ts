import type { MigrationInterface, QueryRunner } from 'typeorm';

const INVISIBLE = String.raw`[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]`;
const BLANKS = String.raw`[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+`;

/** Radicals, strokes, dashes and interpuncts that NFKC does not fold, with the characters they look like. */
const LOOKALIKES =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲㇆㇏㇐㇑㇒㇓㇔㇕㇖㇗㇘㇙㇚㇛㇜㇝㇞㇟㇠㇡‐‒–—―−•‧∙⋅・';
const IDEOGRAPHS =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀𠃌乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎------·····';

/** The comparison form of a name (same as in src/platform/text-forms.ts): names that look alike have the same. */
export class CreateNameKey1795910402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.name_key(name text) returns text language sql immutable strict parallel safe as $$
        select pg_catalog.regexp_replace(pg_catalog.normalize(pg_catalog.translate(pg_catalog.lower(pg_catalog.upper(
          pg_catalog.translate(
            pg_catalog.normalize(pg_catalog.regexp_replace(name collate "C", '${INVISIBLE}', '', 'g'), 'NFKC'),
            '${LOOKALIKES}',
            '${IDEOGRAPHS}') collate "und-x-icu")), 'ς', 'σ'), 'NFKC') collate "C", '${BLANKS}', '', 'g')
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.name_key');
  }
}
