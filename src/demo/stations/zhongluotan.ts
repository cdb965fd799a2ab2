import type { StationFacts } from '../facts';

/** 钟落潭镇 (心明爱): targets and actuals as the station's own reports give them. */
export const zhongluotan: StationFacts = {
  district: {
    code: '440111',
    name: '白云区',
  },
  street: '钟落潭镇',
  station: {
    name: '广州市钟落潭镇社工服务站',
  },
  operator: {
    shortName: '心明爱',
    name: '广州市心明爱社会工作服务中心',
  },
  purchaser: '广州市白云区钟落潭镇人民政府',
  agreement: {
    startsOn: '2022-01-01',
    endsOn: '2022-12-31',
    annualFee: '1984500.00',
    fundedBy: [
      { level: 'CITY', amount: '1000000.00' },
      { level: 'DISTRICT', amount: '984500.00' },
    ],
    paymentSchedule: [
      { when: 'SIGNING', share: '0.55' },
      { when: 'MIDTERM_QUALIFIED', share: '0.40' },
      { when: 'FINAL_QUALIFIED', share: '0.05' },
    ],
    serviceModel: 'PROJECT_113X',
    projects: [
      { kind: 'CORE', name: '党建引领社会工作服务' },
      { kind: 'KEY', name: '重点项目' },
      { kind: 'BASIC', domain: 'FAMILY', name: '家庭服务' },
      { kind: 'BASIC', domain: 'ELDERLY', name: '长者服务' },
      { kind: 'BASIC', domain: 'YOUTH', name: '青少年服务' },
      { kind: 'SPECIAL', name: '特色项目' },
    ],
    communityCount: 42,
    terms: [
      {
        name: '年度',
        startsOn: '2022-01-01',
        endsOn: '2022-12-31',
        figures: [
          { indicator: 'HOME_VISIT', measure: 'VISITS', target: 1600, completed: 1600 },
          { indicator: 'CASEWORK', measure: 'OPENED', target: 90, completed: 104 },
          { indicator: 'GROUPWORK', measure: 'GROUPS', target: 44, completed: 44 },
          { indicator: 'LARGE_EVENT', measure: 'EVENTS', target: 12, completed: 12 },
          { indicator: 'SMALL_MEDIUM_EVENT', measure: 'EVENTS', target: 28, completed: 45 },
          { indicator: 'VOLUNTEER_RECRUITED', measure: 'PERSONS', target: 150, completed: 314 },
          { indicator: 'VOLUNTEER_SERVICE', measure: 'PARTICIPANTS', target: 400, completed: 2147 },
          { indicator: 'COMMUNITY_STUDY', measure: 'REPORTS', target: 16, completed: 16 },
        ],
      },
    ],
    staffCounts: {
      socialWorkers: 16,
      intermediate: 2,
      assistant: 14,
      administration: 4,
      practiceSupervisors: 9,
    },
  },
};
