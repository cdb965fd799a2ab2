import fc from 'fast-check';
import { preferredLanguage } from './text';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.8,zh-CN', 'zh'],
    ['zh;q=0.5,en;q=0.6', 'en'],
    ['zh;q=0.9, en ; q=0.95', 'en'],
    ['en;q=0', 'zh'],
    ['zh;q=0,en;q=0.1', 'en'],
    ['fr-FR,fr;q=0.9', 'zh'],
    ['fr,en;q=0.5', 'en'],
    ['fr, de;q=0.9, en;q=0.2, zh;q=0.1', 'en'],
    ['*', 'zh'],
    ['eng', 'zh'],
    ['enx-GB', 'zh'],
    ['en;level=1;q=0.2,zh;q=0.3', 'zh'],
    ['en;q=abc', 'en'],
    ['en;q=1.1.1', 'zh'],
    [';;;,,,q=', 'zh'],
  ])('for %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('is the first named of equals', () => {
    expect(preferredLanguage('en,zh')).toBe('en');
    expect(preferredLanguage('zh,en')).toBe('zh');
  });

  it('is always one of the two, whatever a client sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect(['zh', 'en']).toContain(preferredLanguage(header));
      }),
    );
  });

  it('is the one with the greater weight', () => {
    const weight = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(weight, weight, fc.boolean(), (zh, en, zhFirst) => {
        fc.pre(zh !== en);
        const parts = [`zh-CN;q=0.${String(zh).padStart(3, '0')}`, `en;q=0.${String(en).padStart(3, '0')}`];
        const header = (zhFirst ? parts : parts.reverse()).join(', ');
        expect(preferredLanguage(header)).toBe(zh > en ? 'zh' : 'en');
      }),
    );
  });
});
