import fc from 'fast-check';
import { exact, parseDecimal, percentOf, trimmed, twoDecimals } from './decimal';

/** Hundredths as text: figures as the domain has them, made without a float. */
const text = (hundredths: bigint): string =>
  `${(hundredths / 100n).toString()}.${(hundredths % 100n).toString().padStart(2, '0')}`;
const amount = fc.bigInt({ min: 0n, max: 10n ** 16n });

/** part / whole × 100 in hundredths, half up, by whole numbers alone. */
function halfUp(part: bigint, whole: bigint): bigint {
  const [quotient, rest] = [(part * 10_000n) / whole, (part * 10_000n) % whole];
  return rest * 2n >= whole ? quotient + 1n : quotient;
}

describe('a percentage', () => {
  it.each([
    ['0', '7', '0.00'],
    ['7', '7', '100.00'],
    ['1', '3', '33.33'],
    ['2', '3', '66.67'],
    ['1', '800', '0.13'], // 0.125: half goes up
    ['3', '800', '0.38'], // 0.375: up, not to even
    ['1', '20000', '0.01'], // 0.005
    ['49999', '1000000000', '0.00'], // 0.0049999
    ['1.005', '100', '1.01'], // what a float makes 1.00
    ['22646', '1200', '1887.17'],
    ['1419.5', '1440', '98.58'],
    ['1000000000', '0.01', '10000000000000.00'],
    ['9007199254740993', '9007199254740993', '100.00'],
  ])('%s of %s is %s', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('is null where there is no whole, or a whole of zero', () => {
    expect(percentOf('5', null)).toBeNull();
    expect(percentOf('5', '0')).toBeNull();
    expect(percentOf('0', '0.00')).toBeNull();
  });

  it('is rounded half up, once, whatever the figures', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 1n, max: 10n ** 12n }), (part, whole) => {
        expect(percentOf(text(part), text(whole))).toBe(text(halfUp(part, whole)));
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds up exactly from the half on', () => {
    // Wholes of 20,000 units make every odd number of parts a tie of the third decimal.
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), (n) => {
        const tie = 2n * n + 1n;
        expect(percentOf(tie.toString(), '20000')).toBe(text(n + 1n));
      }),
    );
  });
});

describe('a decimal', () => {
  it.each([
    ['37', '37'],
    ['37.00', '37'],
    ['37.50', '37.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['007', '7'],
    ['-3.10', '-3.1'],
    ['100', '100'],
    ['0.000001', '0.000001'],
    ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
  ])('%s is read as %s', (given, canonical) => {
    expect(parseDecimal(given)).toBe(canonical);
  });

  it.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '1\n',
    '.5',
    '5.',
    '1e3',
    '1E3',
    '+1',
    '--1',
    '0x10',
    '1,000',
    '1_000',
    '１２',
    '壹',
    'NaN',
    'Infinity',
    '1.2.3',
    '1'.repeat(31),
    `1.${'1'.repeat(31)}`,
  ])('%j is none', (given) => {
    expect(parseDecimal(given)).toBeNull();
  });

  it('is shown without trailing zeros, and never in exponent form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 28n }), (hundredths) => {
        const shown = trimmed(text(hundredths));
        expect(shown).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(exact(shown).eq(text(hundredths))).toBe(true);
      }),
    );
  });

  it('as money has two decimals, half up', () => {
    expect(twoDecimals('5')).toBe('5.00');
    expect(twoDecimals('5.1')).toBe('5.10');
    expect(twoDecimals('1.005')).toBe('1.01');
    expect(twoDecimals('1.00499')).toBe('1.00');
    expect(twoDecimals('259907.68')).toBe('259907.68');
    expect(twoDecimals('100000000000000000000000')).toBe('100000000000000000000000.00');
  });
});
