import { type GraphQLScalarType, parseValue } from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar, YearMonthScalar } from './scalars';

/** A scalar as a variable and as a literal in the query. */
function readBoth(scalar: GraphQLScalarType, literal: string): unknown[] {
  const read = (how: () => unknown): unknown => {
    try {
      return how();
    } catch {
      return 'refused';
    }
  };
  return [
    read(() => scalar.parseValue(JSON.parse(literal))),
    read(() => scalar.parseLiteral(parseValue(literal))),
  ];
}

describe('Decimal', () => {
  it.each([
    ['"37.00"', '37'],
    ['"37.50"', '37.5'],
    ['37', '37'],
    ['-4', '-4'],
    ['0', '0'],
    ['"-0"', '0'],
    ['"1000000000.01"', '1000000000.01'],
    ['"0.1"', '0.1'],
  ])('%s is %s', (literal, value) => {
    expect(readBoth(DecimalScalar, literal)).toEqual([value, value]);
  });

  it.each([
    '37.5',
    '0.1',
    '1e2',
    '1e400',
    '"1e2"',
    '""',
    '"abc"',
    '"1,000"',
    'true',
    'null',
    '[]',
    '["1"]',
    '{}',
    '9007199254740993.5',
  ])('%s is refused: nothing passes through a float', (literal) => {
    // 1e2 in JSON is a whole number and indistinguishable from 100.
    expect(readBoth(DecimalScalar, literal)).toEqual([literal === '1e2' ? '100' : 'refused', 'refused']);
  });

  it('a whole number that JSON cannot carry exactly is refused as a variable, exact as a literal', () => {
    expect(readBoth(DecimalScalar, '9007199254740993')).toEqual(['refused', '9007199254740993']);
    expect(readBoth(DecimalScalar, '"9007199254740993"')).toEqual(['9007199254740993', '9007199254740993']);
  });

  it('is written as it is', () => {
    expect(DecimalScalar.serialize('315816.00')).toBe('315816.00');
  });
});

describe('Date', () => {
  it('takes the days of the calendar, as text', () => {
    expect(readBoth(DateScalar, '"2024-02-29"')).toEqual(['2024-02-29', '2024-02-29']);
  });

  it.each(['"2023-02-29"', '"2024-2-9"', '"2024-02-29T00:00:00Z"', '20240229', '""', 'null', 'true'])(
    'refuses %s',
    (literal) => {
      expect(readBoth(DateScalar, literal)).toEqual(['refused', 'refused']);
    },
  );
});

describe('YearMonth', () => {
  it('takes the months of the calendar', () => {
    expect(readBoth(YearMonthScalar, '"2024-12"')).toEqual(['2024-12', '2024-12']);
  });

  it.each(['"2024-13"', '"2024-00"', '"2024-1"', '"2024-01-01"', '"0000-01"', '202401', 'null'])(
    'refuses %s',
    (literal) => {
      expect(readBoth(YearMonthScalar, literal)).toEqual(['refused', 'refused']);
    },
  );
});

describe('DateTime', () => {
  it.each([
    ['"2024-05-01T08:30:00Z"', '2024-05-01T08:30:00.000Z'],
    ['"2024-05-01T08:30:00.25Z"', '2024-05-01T08:30:00.250Z'],
    ['"2024-05-01T08:30:00+08:00"', '2024-05-01T00:30:00.000Z'],
  ])('%s is %s', (literal, instant) => {
    expect(readBoth(DateTimeScalar, literal)).toEqual([new Date(instant), new Date(instant)]);
  });

  it.each([
    '"2024-05-01"',
    '"2024-05-01T08:30:00"',
    '"2024-05-01 08:30:00Z"',
    '"2024-13-01T00:00:00Z"',
    '"2024-02-30T00:00:00Z"',
    '"2023-02-29T12:00:00+08:00"',
    '"2024-05-01T25:00:00Z"',
    '"2024-05-01T24:00:00Z"',
    '1714552200',
    'null',
  ])('refuses %s', (literal) => {
    expect(readBoth(DateTimeScalar, literal)).toEqual(['refused', 'refused']);
  });

  it('is written in UTC', () => {
    expect(DateTimeScalar.serialize(new Date('2024-05-01T08:30:00+08:00'))).toBe('2024-05-01T00:30:00.000Z');
  });
});
