import { zh } from '../../messages/zh';
import { EMPTY_REGISTRATION, registrationOf, withLine } from './registration';

const { agreements: messages } = zh;
const VALID = {
  ...EMPTY_REGISTRATION,
  stationId: 'station',
  operatorId: 'operator',
  purchaserId: 'purchaser',
  startsOn: '2025-01-01',
  endsOn: '2025年12月31日',
  zones: '东片：东一，东二\n\n西片: 西一、西二',
};

test('lists are read a line each; without terms there is one over all days', () => {
  const { input, mistakes } = registrationOf(
    { ...VALID, SIGNING: '0.55', FINAL_QUALIFIED: '０.45' },
    messages,
  );
  expect(mistakes).toEqual([]);
  expect(input).toMatchObject({
    stationId: 'station',
    endsOn: '2025-12-31',
    zones: [
      { name: '东片', points: ['东一', '东二'] },
      { name: '西片', points: ['西一', '西二'] },
    ],
    terms: [{ name: '年度', startsOn: '2025-01-01', endsOn: '2025-12-31' }],
    instalments: [
      { condition: 'SIGNING', share: '0.55' },
      { condition: 'FINAL_QUALIFIED', share: '0.45' },
    ],
  });
});

test('terms have their days, projects their kind or domain', () => {
  const { input } = registrationOf(
    { ...VALID, terms: '上半年：2025-01-01 至 2025-06-30', projects: '核心：邻里互助\n长者：颐养' },
    messages,
  );
  expect(input.terms).toEqual([{ name: '上半年', startsOn: '2025-01-01', endsOn: '2025-06-30' }]);
  expect(input.projects).toEqual([
    { kind: 'CORE', name: '邻里互助', domain: null },
    { kind: 'BASIC', name: '颐养', domain: 'ELDERLY' },
  ]);
});

test('what cannot be read is named at its field, in a list with its line', () => {
  const draft = {
    ...EMPTY_REGISTRATION,
    isNewStation: true,
    terms: '年度\n下半年：明年',
    projects: '别的：甲',
  };
  const { mistakes } = registrationOf(draft, messages);
  expect(mistakes.map(({ path }) => path.join('.')).sort()).toEqual([
    'endsOn',
    'newStation.districtCode',
    'newStation.name',
    'newStation.street',
    'operatorId',
    'projects.0',
    'purchaserId',
    'startsOn',
    'terms.0',
    'terms.1',
  ]);
  expect(withLine({ message: '名称重复。', path: ['zones', '1', 'name'] }, messages).message).toBe(
    '第 2 行：名称重复。',
  );
});

test('a cycle has its year; without one nothing is said of it', () => {
  const chosen = registrationOf({ ...VALID, cycleId: 'cycle', cycleYear: '２', allowGaps: true }, messages);
  expect(chosen.input).toMatchObject({ cycleId: 'cycle', cycleYear: 2, allowGaps: true });
  expect(registrationOf({ ...VALID, cycleYear: '2' }, messages).input).toMatchObject({
    cycleId: null,
    cycleYear: null,
    allowGaps: false,
  });
  const { mistakes } = registrationOf({ ...VALID, cycleId: 'cycle', cycleYear: '第二' }, messages);
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual(['cycleYear']);
});
