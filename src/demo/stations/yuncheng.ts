import type { StationFacts } from '../facts';

/** 云城街 (心悦): targets and actuals as the station's own reports give them. */
export const yuncheng: StationFacts = {
  district: {
    code: '440111',
    name: '白云区',
  },
  street: '云城街',
  station: {
    name: '广州市云城街社工服务站',
  },
  operator: {
    shortName: '心悦',
    name: '广州市心悦社区发展中心',
  },
  purchaser: '广州市白云区人民政府云城街道办事处',
  agreement: {
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
    annualFee: '2400000.00',
    serviceModel: 'PROJECT_113X',
    projects: [
      { kind: 'CORE', name: '党建引领专业服务' },
      { kind: 'KEY', name: '关爱“一老一小”安全守护项目' },
      { kind: 'BASIC', domain: 'ELDERLY', name: '长者服务' },
      { kind: 'BASIC', domain: 'YOUTH', name: '青少年服务' },
      { kind: 'BASIC', domain: 'FAMILY', name: '家庭服务' },
      { kind: 'SPECIAL', name: '春风农场项目' },
    ],
    terms: [
      {
        name: '年度',
        startsOn: '2023-01-01',
        endsOn: '2023-12-31',
        figures: [{ indicator: 'RESOURCE_LINKED', measure: 'AMOUNT', target: null, completed: '478300.00' }],
      },
    ],
  },
  budget: {
    approved: '2400000.00',
    paidToOperator: '2400000.00',
    fiscalYear: 2023,
  },
  performanceEvaluation: {
    total: '100',
    groups: [
      { name: '资金使用完成情况', weight: '10' },
      {
        name: '产出指标',
        weight: '40',
        items: [
          { name: '数量指标：社工站服务工时', weight: '11' },
          { name: '质量指标：社工服务评估', weight: '11' },
          { name: '时效指标：按时支付运营经费', weight: '9' },
          { name: '成本指标：按照年度预算发放运营经费', weight: '9' },
        ],
      },
      {
        name: '效益指标',
        weight: '40',
        items: [
          { name: '社会效益', weight: '11' },
          { name: '经济效益', weight: '10' },
          { name: '生态效益', weight: '9' },
          { name: '可持续影响', weight: '10' },
        ],
      },
      {
        name: '满意度指标',
        weight: '10',
        items: [{ name: '服务对象满意度', weight: '10' }],
      },
    ],
  },
};
