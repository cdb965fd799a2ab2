import type { StationFacts } from '../facts';

/** 元岗街 (北斗星): targets and actuals as the station's own reports give them. */
export const yuangang: StationFacts = {
  district: {
    code: '440106',
    name: '天河区',
  },
  street: '元岗街',
  station: {
    name: '广州市元岗街社工服务站',
  },
  operator: {
    shortName: '北斗星',
    name: '广州市北斗星社会工作服务中心',
  },
  purchaser: '广州市天河区人民政府元岗街道办事处',
  agreement: {
    startsOn: '2022-02-01',
    endsOn: '2023-01-31',
    annualFee: '2400000.00',
    serviceHours: 30184,
    procurementNumber: '440106-201808-102130-0013',
    serviceModel: 'PROJECT_113X',
    projects: [
      { kind: 'CORE', name: '“星·家园”社工党建服务项目' },
      { kind: 'KEY', name: '“五社联动·疫路同行”社区防疫支持项目' },
      { kind: 'BASIC', domain: 'FAMILY', name: '家庭服务' },
      { kind: 'BASIC', domain: 'ELDERLY', name: '长者服务' },
      { kind: 'BASIC', domain: 'YOUTH', name: '青少年服务' },
      { kind: 'SPECIAL', name: '“益慈元爱”项目' },
    ],
    terms: [
      {
        name: '年度',
        startsOn: '2022-02-01',
        endsOn: '2023-01-31',
        assessedFrom: '2022-02-01',
        assessedTo: '2022-12-31',
        figures: [
          { indicator: 'HOME_VISIT', measure: 'VISITS', target: 500, completed: 522 },
          { indicator: 'PHONE_VISIT', measure: 'CALLS', target: 1900, completed: 2403 },
          { indicator: 'CASEWORK', measure: 'OPENED', target: 18, completed: 18 },
          { indicator: 'GROUPWORK', measure: 'GROUPS', target: 10, completed: 10 },
          { indicator: 'GROUPWORK', measure: 'SESSIONS', target: 40, completed: 47 },
          { indicator: 'GROUPWORK', measure: 'PARTICIPANTS', target: 200, completed: 694 },
          { indicator: 'LARGE_EVENT', measure: 'EVENTS', target: 7, completed: 8 },
          { indicator: 'LARGE_EVENT', measure: 'PARTICIPANTS', target: 700, completed: 1194 },
          { indicator: 'SMALL_MEDIUM_EVENT', measure: 'EVENTS', target: 17, completed: 17 },
          { indicator: 'SMALL_MEDIUM_EVENT', measure: 'PARTICIPANTS', target: 850, completed: 618 },
          { indicator: 'REGULAR_SERVICE', measure: 'SERVICES', target: 150, completed: 162 },
          { indicator: 'OUTREACH', measure: 'OCCASIONS', target: null, completed: 7 },
          { indicator: 'OUTREACH', measure: 'PARTICIPANTS', target: null, completed: 168 },
          { indicator: 'VOLUNTEER_RECRUITED', measure: 'PERSONS', target: 150, completed: 177 },
          { indicator: 'VOLUNTEER_TRAINING', measure: 'SESSIONS', target: 2, completed: 2 },
          { indicator: 'VOLUNTEER_ACTIVITY_TRAINING', measure: 'SESSIONS', target: 10, completed: 16 },
          { indicator: 'VOLUNTEER_TEAM_NEW', measure: 'TEAMS', target: 1, completed: 1 },
          { indicator: 'VOLUNTEER_TEAM_KEPT', measure: 'TEAMS', target: 10, completed: 10 },
          { indicator: 'RESOURCE_LINKED', measure: 'AMOUNT', target: '60000.00', completed: '259907.68' },
          { indicator: 'SERVICE_HOURS', measure: 'HOURS', target: 30184, completed: null },
        ],
      },
    ],
    paymentSchedule: [
      { when: 'SIGNING', share: '0.55' },
      { when: 'MIDTERM_QUALIFIED', share: '0.40' },
      { when: 'FINAL_QUALIFIED', share: '0.05' },
    ],
    paymentScheduleNote:
      'inferred: the report gives the two receipts, 55 % and 5 % of the fee, not the schedule',
  },
  money: {
    receipts: [
      { month: '2022-04', amount: '1320000.00', instalment: 'SIGNING' },
      { month: '2023-04', amount: '120000.00', instalment: 'FINAL_QUALIFIED' },
    ],
    spentBy: '2022-12-31',
    categories: [
      { name: '人员费用', spent: '1574373.93', budgeted: '1560000.00' },
      { name: '服务质量保障费用', spent: '182606.91', budgeted: '480000.00' },
      { name: '运营管理费用', spent: '290918.98', budgeted: '360000.00' },
    ],
  },
  selfEvaluation: {
    score: '95',
    satisfactionPercent: '95',
  },
};
