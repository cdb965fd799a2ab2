/** What pages of analysis are chosen by. */
export const analysis = {
  indicator: '指标',
  measure: (indicator: string, measure: string, unit: string) => `${indicator} · ${measure}（${unit}）`,
  all: '全部',
};
