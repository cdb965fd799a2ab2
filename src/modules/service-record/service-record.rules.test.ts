import fc from 'fast-check';
import { textOf } from '../../messages';
import { AgreementState, type Structure } from '../agreement';
import { Catalogue, IndicatorSection } from '../completion';
import type { ServiceRecordInput } from './service-record.input';
import { checkRecords } from './service-record.rules';

const NO_PLACE = { section: IndicatorSection.OTHER, formPosition: null, aliases: [] };
const CATALOGUE = new Catalogue([
  {
    code: 'GROUPWORK',
    position: 1,
    nameZh: '小组',
    nameEn: 'Groups',
    ...NO_PLACE,
    measures: [
      { code: 'GROUPS', position: 1, name: '个数', unit: '个' },
      { code: 'PARTICIPANTS', position: 1, name: '人次', unit: '人次' },
    ],
  },
  {
    code: 'MONEY',
    position: 1,
    nameZh: '资源',
    nameEn: 'Money',
    ...NO_PLACE,
    measures: [{ code: 'AMOUNT', position: 1, name: '金额', unit: '元' }],
  },
  {
    code: 'TRAINING',
    position: 1,
    nameZh: '培训',
    nameEn: 'Training',
    ...NO_PLACE,
    measures: [{ code: 'HOURS', position: 1, name: '时数', unit: '小时' }],
  },
]);
const STRUCTURE: Structure = {
  organisationId: 'o',
  agreementId: 'a',
  stationId: 's',
  purchaserId: 'p',
  districtCode: '440103',
  state: AgreementState.CONFIRMED,
  proposedBy: 'o',
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  closed: { zones: [], projects: [], points: [] },
  moves: [],
  terms: [
    { id: 't1', startsOn: '2024-01-01', endsOn: '2024-05-31' },
    { id: 't2', startsOn: '2024-07-01', endsOn: '2024-12-31' },
  ],
  zones: ['z1', 'z2'],
  projects: ['p1'],
  points: [
    { id: 'o1', zoneId: 'z1' },
    { id: 'o2', zoneId: 'z2' },
    { id: 'o3', zoneId: null },
  ],
};
const TODAY = '2024-09-15';

const given = (changes: Partial<ServiceRecordInput> = {}): ServiceRecordInput => ({
  indicator: 'GROUPWORK',
  occurredOn: '2024-09-15',
  quantities: [{ measure: 'GROUPS', value: '1' }],
  ...changes,
});
const amounts = (indicator: string, ...pairs: [string, string][]): Partial<ServiceRecordInput> => ({
  indicator,
  quantities: pairs.map(([measure, value]) => ({ measure, value })),
});

function faults(...records: ServiceRecordInput[]): string[] {
  return checkRecords(CATALOGUE, STRUCTURE, records, TODAY).rules.faults.map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );
}

describe('a record', () => {
  it.each<[string, Partial<ServiceRecordInput>, string[]]>([
    ['valid', {}, []],
    [
      'valid, with all optional fields',
      { zoneId: 'z1', pointId: 'o1', projectId: 'p1', note: '雨天', idempotencyKey: 'k' },
      [],
    ],
    ['of two measures, one of them zero', amounts('GROUPWORK', ['GROUPS', '0'], ['PARTICIPANTS', '8']), []],
    ['of money with cents', amounts('MONEY', ['AMOUNT', '0.01']), []],
    ['of half an hour', amounts('TRAINING', ['HOURS', '0.5']), []],
    ['of an unknown indicator', { indicator: 'X' }, ['UNKNOWN_INDICATOR records.0.indicator']],
    [
      'of an unknown measure',
      amounts('MONEY', ['X', '1']),
      ['UNKNOWN_MEASURE records.0.quantities.0.measure'],
    ],
    [
      'of a measure of another indicator',
      amounts('MONEY', ['AMOUNT', '1'], ['HOURS', '1']),
      ['MEASURE_OF_OTHER_INDICATOR records.0.quantities.1.measure'],
    ],
    [
      'of the same measure twice',
      amounts('MONEY', ['AMOUNT', '1'], ['AMOUNT', '1']),
      ['MEASURE_TWICE records.0.quantities.1.measure'],
    ],
    [
      'of a negative quantity',
      amounts('MONEY', ['AMOUNT', '-0.01']),
      ['NEGATIVE_QUANTITY records.0.quantities.0.value'],
    ],
    [
      'of half a group',
      amounts('GROUPWORK', ['GROUPS', '0.5']),
      ['TOO_MANY_DECIMALS records.0.quantities.0.value'],
    ],
    [
      'of a tenth of a cent',
      amounts('MONEY', ['AMOUNT', '1.001']),
      ['TOO_MANY_DECIMALS records.0.quantities.0.value'],
    ],
    [
      'of a thousandth of an hour',
      amounts('TRAINING', ['HOURS', '0.125']),
      ['TOO_MANY_DECIMALS records.0.quantities.0.value'],
    ],
    ['of nothing', amounts('GROUPWORK'), ['NOTHING_RECORDED records.0.quantities']],
    [
      'of nothing but zeros',
      amounts('GROUPWORK', ['GROUPS', '0'], ['PARTICIPANTS', '0.00']),
      ['NOTHING_RECORDED records.0.quantities'],
    ],
    ['of the maximum', amounts('GROUPWORK', ['PARTICIPANTS', '1000000000']), []],
    [
      'of one above the maximum',
      amounts('GROUPWORK', ['PARTICIPANTS', '1000000001']),
      ['QUANTITY_TOO_LARGE records.0.quantities.0.value'],
    ],
    [
      'of a cent above the maximum',
      amounts('MONEY', ['AMOUNT', '1000000000.01']),
      ['QUANTITY_TOO_LARGE records.0.quantities.0.value'],
    ],
    ['of the first day of a term', { occurredOn: '2024-01-01' }, []],
    ['of the last day of a term', { occurredOn: '2024-05-31' }, []],
    ['of a day before all terms', { occurredOn: '2023-12-31' }, ['DAY_OUTSIDE_TERMS records.0.occurredOn']],
    ['of a day between the terms', { occurredOn: '2024-06-01' }, ['DAY_OUTSIDE_TERMS records.0.occurredOn']],
    ['of tomorrow', { occurredOn: '2024-09-16' }, ['DAY_IN_FUTURE records.0.occurredOn']],
    ['of next year', { occurredOn: '2025-01-01' }, ['DAY_IN_FUTURE records.0.occurredOn']],
    ['in a zone of another agreement', { zoneId: 'z9' }, ['ZONE_NOT_FOUND records.0.zoneId']],
    ['in a project of another agreement', { projectId: 'p9' }, ['PROJECT_NOT_FOUND records.0.projectId']],
    ['at a point of another agreement', { pointId: 'o9' }, ['POINT_NOT_FOUND records.0.pointId']],
    [
      'at a point that is not in its zone',
      { zoneId: 'z1', pointId: 'o2' },
      ['POINT_NOT_IN_ZONE records.0.pointId'],
    ],
    [
      'at a point of no zone, in a zone',
      { zoneId: 'z1', pointId: 'o3' },
      ['POINT_NOT_IN_ZONE records.0.pointId'],
    ],
    ['at a point of no zone', { pointId: 'o3' }, []],
    ['with an empty note', { note: ' ' }, ['EMPTY_TEXT records.0.note']],
    ['with a note of 2,000 characters', { note: '字'.repeat(2000) }, []],
    ['with a longer one', { note: '字'.repeat(2001) }, ['TEXT_TOO_LONG records.0.note']],
    ['with an empty key', { idempotencyKey: '' }, ['EMPTY_TEXT records.0.idempotencyKey']],
    [
      'with a key of more than 200 characters',
      { idempotencyKey: 'k'.repeat(201) },
      ['TEXT_TOO_LONG records.0.idempotencyKey'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(given(changes))).toEqual(expected);
  });

  it('has the zone of its point, the term of its day, and exact quantities', () => {
    const { records } = checkRecords(
      CATALOGUE,
      STRUCTURE,
      [
        given({ pointId: 'o2', occurredOn: '2024-05-31', note: ' 雨天 ', idempotencyKey: ' k ' }),
        given(amounts('MONEY', ['AMOUNT', '10.50'])),
      ],
      TODAY,
    );
    expect(records).toEqual([
      {
        indicator: 'GROUPWORK',
        termId: 't1',
        occurredOn: '2024-05-31',
        quantities: { GROUPS: '1' },
        projectId: null,
        zoneId: 'z2',
        pointId: 'o2',
        note: '雨天',
        idempotencyKey: 'k',
      },
      {
        indicator: 'MONEY',
        termId: 't2',
        occurredOn: '2024-09-15',
        quantities: { AMOUNT: '10.5' },
        projectId: null,
        zoneId: null,
        pointId: null,
        note: null,
        idempotencyKey: null,
      },
    ]);
  });
});

describe('a call', () => {
  it('has at least one record and at most 500', () => {
    const many = (length: number): ServiceRecordInput[] => Array.from({ length }, () => given());
    expect(faults()).toEqual(['TOO_FEW records']);
    expect(faults(...many(500))).toEqual([]);
    expect(faults(...many(501))).toEqual(['TOO_MANY records']);
  });

  it('is answered with every fault of every row at once, row by row', () => {
    expect(
      faults(
        given({
          indicator: 'X',
          zoneId: 'z9',
          pointId: 'o9',
          projectId: 'p9',
          occurredOn: '2020-01-01',
          note: '',
        }),
        given(),
        given({
          ...amounts('GROUPWORK', ['GROUPS', '-1'], ['PARTICIPANTS', '0.5'], ['HOURS', '1']),
          occurredOn: '2024-09-16',
        }),
      ),
    ).toEqual([
      'UNKNOWN_INDICATOR records.0.indicator',
      'DAY_OUTSIDE_TERMS records.0.occurredOn',
      'PROJECT_NOT_FOUND records.0.projectId',
      'ZONE_NOT_FOUND records.0.zoneId',
      'POINT_NOT_FOUND records.0.pointId',
      'EMPTY_TEXT records.0.note',
      'NEGATIVE_QUANTITY records.2.quantities.0.value',
      'TOO_MANY_DECIMALS records.2.quantities.1.value',
      'MEASURE_OF_OTHER_INDICATOR records.2.quantities.2.measure',
      'DAY_IN_FUTURE records.2.occurredOn',
    ]);
  });

  it('any mixture of valid and invalid rows: each invalid row has its own faults, a valid row none', () => {
    const spoilt: [Partial<ServiceRecordInput>, string][] = [
      [{ indicator: 'X' }, 'UNKNOWN_INDICATOR indicator'],
      [{ occurredOn: '2024-06-15' }, 'DAY_OUTSIDE_TERMS occurredOn'],
      [{ zoneId: 'z2', pointId: 'o1' }, 'POINT_NOT_IN_ZONE pointId'],
      [{ projectId: 'p9' }, 'PROJECT_NOT_FOUND projectId'],
      [amounts('GROUPWORK', ['GROUPS', '0']), 'NOTHING_RECORDED quantities'],
    ];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...spoilt)), { minLength: 1, maxLength: 30 }),
        (rows) => {
          const expected = rows.flatMap((row, at) => {
            if (row === null) return [];
            const [code, field] = row[1].split(' ');
            return [`${code!} records.${at}.${field!}`];
          });
          expect(faults(...rows.map((row) => given(row?.[0])))).toEqual(expected);
        },
      ),
    );
  });

  it('with thousands of quantities is rejected with a bounded number of faults', () => {
    for (const measure of ['X', 'GROUPS', 'HOURS', 'toString']) {
      const pairs = Array.from({ length: 30_000 }, (): [string, string] => [measure, '1']);
      const reported = faults(given(amounts('GROUPWORK', ...pairs)));
      expect(reported.length).toBeGreaterThan(0);
      expect(reported.length).toBeLessThan(20);
    }
  });

  it('is answered with messages in both languages', () => {
    const { rules } = checkRecords(
      CATALOGUE,
      STRUCTURE,
      [given({ ...amounts('MONEY', ['GROUPS', '1']), occurredOn: '2024-06-01' })],
      TODAY,
    );
    const [measure, day] = rules.faults;
    expect(textOf(measure!, 'zh')).toBe('“GROUPS”不是“资源”的度量，请使用：AMOUNT（金额）。');
    expect(textOf(measure!, 'en')).toBe('"GROUPS" is not a measure of "Money". Please use: AMOUNT.');
    expect(textOf(day!, 'zh')).toContain('2024-01-01 至 2024-05-31；2024-07-01 至 2024-12-31');
    expect(textOf(day!, 'en')).toContain('2024-01-01 to 2024-05-31; 2024-07-01 to 2024-12-31');
  });
});
