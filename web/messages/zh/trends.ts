/** One measure month by month. */
export const trends = {
  title: '趋势',
  by: '分组',
  groupings: { TOTAL: '合计', DISTRICT: '按区', OPERATOR: '按承接机构', STATION: '按社工站' },
  allStations: '范围内全部社工站',
  chooseStation: '选择社工站…',
  leaveOut: (station: string) => `不再只看${station}`,
  yearBefore: (name: string) => `${name}（上年同期）`,
  unit: (unit: string) => `单位：${unit}`,
  sum: '合计',
  explain: (what: string, whose: string, month: string) => `${what} · ${whose} · ${month}`,
  largest: (shown: number, all: number) => `图中为数量最大的 ${shown} 条，共 ${all} 条；表中是全部。`,
  empty: '这段时间内没有这个指标的服务记录。可以换一个指标，或选择另一段时间。',
};
