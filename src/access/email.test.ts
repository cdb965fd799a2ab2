import fc from 'fast-check';
import { isEmail, normalEmail } from './email';

describe('an e-mail', () => {
  it.each([
    ['Li.Ming@DT.example', 'li.ming@dt.example'],
    [' \u3000li.ming@dt.example\u00a0', 'li.ming@dt.example'],
    ['ｌｉ．ｍｉｎｇ＠ｄｔ．ｅｘａｍｐｌｅ', 'li.ming@dt.example'],
    ['li\u200b.ming@dt.exam\u00adple\u202e', 'li.ming@dt.example'],
    ['li.ming@dt。example', 'li.ming@dt.example'],
    ['ＬＩ@Bücher.example', 'li@xn--bcher-kva.example'],
    ['李明@例子.中国', '李明@xn--fsqu00a.xn--fiqs8s'],
    ['a@localhost', 'a@localhost'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(normalEmail(typed)).toBe(kept);
    expect(isEmail(kept)).toBe(true);
  });

  it('of a domain in another alphabet differs from the one that it imitates', () => {
    expect(normalEmail('admin@dt.ex\u0430mple')).not.toBe('admin@dt.example');
  });

  it.each([
    '',
    'a',
    '@',
    'a@',
    '@b',
    'a@b@c',
    'a b@c',
    'a@b c',
    'a@b\u0000',
    'a@例 子',
    `${'a'.repeat(250)}@b.cn`,
  ])('is none: %j', (text) => {
    expect(isEmail(normalEmail(text))).toBe(false);
  });

  it('is its own normal form, and has an ASCII domain where it is one', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.tuple(text, fc.string()).map((parts) => parts.join('@')),
        ),
        (typed) => {
          const kept = normalEmail(typed);
          expect(normalEmail(kept)).toBe(kept);
          expect(isEmail(kept) && !/@[ -~]+$/.test(kept)).toBe(false);
        },
      ),
    );
  });

  it('is not searched for in a text that would take long to normalise', () => {
    const began = performance.now();
    for (const text of ['\u0301'.repeat(1e5) + '\u0323'.repeat(1e5), '\ufdfa'.repeat(3e5), ' '.repeat(1e6)])
      expect(isEmail(normalEmail(`a${text}@b.cn`))).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('is measured in characters, not in UTF-16 units', () => {
    expect(isEmail(`${'🫖'.repeat(200)}@b.cn`)).toBe(true);
  });
});
