import fc from 'fast-check';
import { beginningOf, byName, lengthOf, nameKey, storedProse, storedText } from './text-forms';

const anything = fc.string({ unit: 'binary' });

describe('the stored form of a name', () => {
  it.each([
    ['李明', '李明'],
    ['李 \u3000\u00a0明', '李 明'],
    ['\u3000李明\u2028', '李明'],
    ['李\u200b明\ufeff', '李明'],
    ['\u202e李明\u2069\u061c', '李明'],
    ['李\ufe00明\u00ad', '李明'],
    ['（一）街道、居委会：“长者”', '（一）街道、居委会：“长者”'],
    ['ＡＢＣ', 'ＡＢＣ'],
    ['⽯井', '⽯井'],
    ['e\u0301', '\u00e9'],
    ['e\u034f\u0301', '\u00e9'],
    ['第一行\r\n第二行', '第一行 第二行'],
    ['\u200b\u3000\u2800\u115f\u3164\t', ''],
  ])('of %j is %j', (typed, stored) => {
    expect(storedText(typed)).toBe(stored);
  });

  it('is idempotent, whatever was typed, and has no invisible characters', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const stored = storedText(typed);
        expect(storedText(stored)).toBe(stored);
        expect(stored).not.toMatch(
          /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]|[^\P{White_Space} ]| {2}/u,
        );
        expect(nameKey(stored)).toBe(nameKey(typed));
      }),
    );
  });
});

test('rows of combining marks are cut, and cost no more time than their length', () => {
  const marks = (row: number): string => `a${'\u0301'.repeat(row)}${'\u0323'.repeat(row)}`;
  expect(storedText(`b${'\u0323'.repeat(40)}`)).toBe(`\u1e05${'\u0323'.repeat(29)}`);
  expect(storedText(storedText(marks(50)))).toBe(storedText(marks(50)));
  const began = performance.now();
  for (const form of [storedText, storedProse, nameKey]) form(marks(100_000));
  expect(performance.now() - began).toBeLessThan(2000);
});

describe('the stored form of a text of several lines', () => {
  it.each([
    ['第一行\r\n第二行\u2028第三行\r第四行', '第一行\n第二行\n第三行\n第四行'],
    ['\u3000\u3000段落一 \n\n\n\n\u3000\u3000段落二\n', '段落一\n\n段落二'],
    ['人数\t 12\u00a0人', '人数 12 人'],
    ['\n\u200b\n \n', ''],
  ])('of %j is %j', (typed, stored) => {
    expect(storedProse(typed)).toBe(stored);
  });

  it('is idempotent, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(storedProse(storedProse(typed))).toBe(storedProse(typed));
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['李明', '李 明'],
    ['李明', '李\u200b明'],
    ['李明', '\u3000李\u00a0明'],
    ['ABC站', 'ａｂｃ站'],
    ['石井街', '⽯井街'],
    ['长者食堂', '⻓者食堂'],
    ['一站', '㇐站'],
    ['第（1）片区', '第(１)片区'],
    ['阿里·木', '阿里•木'],
    ['东—西', '东-西'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['café', 'cafe\u0301'],
  ])('%s and %s look alike', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['李明', '李鸣'],
    ['第一片区', '第二片区'],
    ['后街', '後街'],
    ['石井街', '石井镇'],
    ['第1片区', '第11片区'],
  ])('%s and %s do not', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('look like their own comparison form', () => {
    fc.assert(
      fc.property(anything, (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });

  it('are sorted by pinyin, those alike in a fixed order', () => {
    const names = ['张三', '越秀', '李四', '安全', '白云', '从化', 'abc', '12'].map((name) => ({ name }));
    expect(names.sort(byName).map(({ name }) => name)).toEqual([
      '12',
      '安全',
      '白云',
      '从化',
      '李四',
      '越秀',
      '张三',
      'abc',
    ]);
  });
});

test('lengths count code points, and a beginning cuts none in two', () => {
  expect(lengthOf('𠮷野家🫖')).toBe(4);
  expect(beginningOf('🫖'.repeat(100))).toBe('🫖'.repeat(60));
  expect(beginningOf('a🫖b', 2)).toBe('a🫖');
});
