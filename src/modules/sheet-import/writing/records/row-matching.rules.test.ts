import type { LogRecord } from '../../service-log/record';
import { changedRows, type FileRow, type KnownRow, placesBeside, recognise } from './row-matching.rules';

const row = (content: string, service = 'S'): FileRow => ({
  content,
  service,
  record: { row: 1, note: content } as LogRecord,
});
const known = (content: string, place = 1, logId = 'L', service = 'S'): KnownRow => ({
  content,
  service,
  place,
  logId,
  lastImportId: 'I',
  recordId: `${content} ${place}`,
  revision: 1,
  revisionNow: 1,
  isVoided: false,
  byId: 'me',
  by: '我',
});
const total = (rows: number, logId = 'L') => ({ logId, rows, live: rows });

describe('rows are recognised', () => {
  test('by what they say, equal ones by their number', () => {
    const { same, fresh } = recognise(
      [row('a'), row('a'), row('b'), row('a')],
      [known('a'), known('a', 2)],
      [total(2)],
    );
    expect(same.map(({ known: { place } }) => place)).toEqual([1, 2]);
    expect(fresh.map(({ content }) => content)).toEqual(['a', 'b']);
  });

  test('as a later state of a log of which at least half is there, and of no other', () => {
    const rows = [row('a'), row('b'), row('x')];
    const before = [known('a'), known('b'), known('x', 1, 'M')];
    expect(recognise(rows, before, [total(4), total(3, 'M')])).toMatchObject({
      continued: new Set(['L']),
      logId: 'L',
    });
    expect(recognise(rows, before, [total(5), total(2, 'M')])).toMatchObject({
      continued: new Set(['M']),
      logId: 'M',
    });
    expect(recognise(rows, [], [])).toMatchObject({ continued: new Set(), logId: null });
  });

  test('as those of a continued log first, where another has an equal one', () => {
    const before = [known('a', 1, 'M'), known('a', 2, 'L'), known('b', 1, 'L')];
    const { same } = recognise([row('a'), row('b')], before, [total(2), total(9, 'M')]);
    expect(same.map(({ known: { logId } }) => logId)).toEqual(['L', 'L']);
  });
});

describe('a fresh row', () => {
  const verdictsOf = (fresh: FileRow[], missing: KnownRow[]): unknown[] => {
    const verdicts = changedRows(
      fresh,
      missing,
      ({ content }) => ({ quantities: content.slice(1), note: content[0]! }),
      ({ content }) => ({ quantities: content.slice(1), note: content[0]! }),
    );
    return fresh.map((one) => {
      const verdict = verdicts.get(one)!;
      return verdict.is === 'CHANGED' ? verdict.known.content : verdict.is;
    });
  };

  test('is a changed one where one row of its day, place and indicator is missing', () => {
    expect(verdictsOf([row('x1')], [known('y2')])).toEqual(['y2']);
    expect(verdictsOf([row('x1')], [known('y2', 1, 'L', 'T')])).toEqual(['NEW']);
    expect(verdictsOf([row('x1')], [])).toEqual(['NEW']);
  });

  test('is distinguished from others by its note, then by its quantities, then as the last one left', () => {
    expect(verdictsOf([row('x1'), row('y2'), row('z9')], [known('x5'), known('w2'), known('v7')])).toEqual([
      'x5',
      'w2',
      'v7',
    ]);
  });

  test('is unclear where several are missing or several are fresh', () => {
    expect(verdictsOf([row('x1')], [known('y2'), known('z3')])).toEqual(['UNCLEAR']);
    expect(verdictsOf([row('x1'), row('w4')], [known('y2')])).toEqual(['UNCLEAR', 'UNCLEAR']);
  });
});

test('equal rows are counted on beside the places that are taken', () => {
  const nextPlace = placesBeside([known('a'), known('a', 3)]);
  expect([nextPlace(row('a')), nextPlace(row('a')), nextPlace(row('b'))]).toEqual([2, 4, 1]);
});
