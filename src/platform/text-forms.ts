/**
 * A text has two forms. The stored form is what was typed, in NFC, without invisible characters and with its
 * blanks folded. The comparison form decides which names look alike: NFKC and case folded, without blanks. The function
 * core.name_key of the database computes the latter by the same steps, and a test compares the two.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
/** White space, and the blank of Braille, which is none by its properties. */
const BLANKS = /[\p{White_Space}\u2800]+/gu;
/** Visible ASCII without blanks: such a text is its own stored form. Most keys are. */
const PLAIN = /^[!-~]*$/;
/**
 * More combining marks in a row than any script needs (the limit of Stream-Safe Text, UAX #15). Normalisation sorts a
 * row of marks in time quadratic in its length.
 */
const SURPLUS_MARKS = /(\p{M}{30})\p{M}+/gu;
/** In UTF-16 units: no stored name is longer, so anything longer is not compared. */
const MAX_COMPARED_LENGTH = 1000;
const BREAKS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** Radicals and strokes that NFKC leaves, with the ideographs they look like (Equivalent_Unified_Ideograph); dashes; interpuncts. */
const LOOKALIKES =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲㇆㇏㇐㇑㇒㇓㇔㇕㇖㇗㇘㇙㇚㇛㇜㇝㇞㇟㇠㇡‐‒–—―−•‧∙⋅・';
const IDEOGRAPHS =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀𠃌乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎------·····';
const ALIKE = new Map(
  Array.from(LOOKALIKES, (sign, at): [string, string] => [sign, Array.from(IDEOGRAPHS)[at] ?? sign]),
);

/** The stored form of a text of one line: a name, a title. */
export function storedText(text: string): string {
  return PLAIN.test(text) ? text : visible(text).replace(BLANKS, ' ').trim();
}

/** The stored form of a text of several lines: line breaks are kept, with at most one empty line between two. */
export function storedProse(text: string): string {
  return visible(text)
    .split(BREAKS)
    .map((line) => line.replace(BLANKS, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function visible(text: string): string {
  const limited = text.replace(INVISIBLE, '').replace(SURPLUS_MARKS, '$1');
  // Again: NFC writes a few letters as a letter and a mark.
  return limited.normalize('NFC').replace(SURPLUS_MARKS, '$1');
}

/** The comparison form of a name: two names with equal forms look alike. Letters are folded by way of upper case. */
export function nameKey(name: string): string {
  if (name.length > MAX_COMPARED_LENGTH) return name;
  const shapes = Array.from(name.replace(INVISIBLE, '').normalize('NFKC'), (sign) => ALIKE.get(sign) ?? sign);
  return shapes.join('').toUpperCase().toLowerCase().replace(/ς/g, 'σ').normalize('NFKC').replace(BLANKS, '');
}

/** True when a name looks like one that was seen before; remembers it. An empty one is never alike. */
export function isSeenAlike(seen: Set<string>, name: string): boolean {
  const key = nameKey(name);
  if (key === '' || seen.has(key)) return key !== '';
  seen.add(key);
  return false;
}

/** The length of a text as PostgreSQL counts it: in code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The beginning of a text, for a message that quotes it. */
export function beginningOf(text: string, most = 60): string {
  return Array.from(text.slice(0, most * 2))
    .slice(0, most)
    .join('');
}

const PINYIN = new Intl.Collator('zh-u-co-pinyin');

/** The order of lists by name, the same as PINYIN of database/collations.ts. */
export function byName(one: { name: string }, other: { name: string }): number {
  return PINYIN.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);
}
