/** What was completed in each month of a term. */
export const months = {
  title: '逐月完成情况',
  allZones: '全部片区',
  measure: '度量',
  unit: '单位',
  fileName: (station: string, to: string) => `${station}-逐月完成情况-${to}`,
};
