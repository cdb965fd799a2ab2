import fc from 'fast-check';
import { acceptsGzip, acceptsMediaType, preferredLanguage } from './negotiation';

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

test.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, *', false],
  ['br, x-gzip', false],
])('Accept-Encoding %j allows gzip: %s', (header, allowed) => {
  expect(acceptsGzip(header)).toBe(allowed);
});

test.each([
  [undefined, true],
  ['', true],
  ['*/*', true],
  ['TEXT/CSV;charset=gbk', true],
  ['application/json, text/*;q=0.5', true],
  ['text/csv;q=0', false],
  ['application/json', false],
])('Accept %j allows text/csv: %s', (header, allowed) => {
  expect(acceptsMediaType(header, 'text/csv; charset=utf-8')).toBe(allowed);
});
