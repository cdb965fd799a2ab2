/** Stations by indicators. */
export const heatmap = {
  title: '指标热力图',
  operator: '承接机构',
  asOf: (day: string) => `截至 ${day}，各站当期（或最近一期）的完成率（%）`,
  classes: { ON_TIME: '达到时间进度', BEHIND: '略落后', FAR_BEHIND: '明显落后' },
  rules: {
    ON_TIME: '完成量 ÷ 协议量 ≥ 已过天数 ÷ 项目期天数',
    BEHIND: '不足，但达到其五分之四',
    FAR_BEHIND: '不足其五分之四',
  },
  none: '没有符合条件的社工站。请换一个区或承接机构。',
};
