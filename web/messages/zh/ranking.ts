/** Stations by one measure, and figures that ought to be looked at. */
export const ranking = {
  title: '排名与提示',
  by: '排名依据',
  bases: { COMPLETED: '完成量', PERCENT: '完成率' },
  rank: '名次',
  completed: (unit: string) => `完成量（${unit}）`,
  target: (unit: string) => `协议量（${unit}）`,
  percent: '完成率',
  marks: '提示',
  caption: (what: string, period: string) => `${what}，${period}`,
  explain: (what: string, station: string, period: string) => `${what} · ${station} · ${period}`,
  marksNote:
    '提示只说明数字值得核对，不等于有错。“差异大”指修正 Z 分数超过 ±3.5：与以往比，需要此前至少 6 个整月；与其他站比，需要至少 5 个站。协议量是与这段时间有重叠的各项目期的全部协议量。',
  kinds: {
    FAR_FROM_OWN_PAST: '与本站以往差异大',
    FAR_FROM_PEERS: '与其他站差异大',
    RATIO_ABOVE_THRESHOLD: '完成率过高',
    ZONES_DIFFER_FROM_TOTAL: '片区合计与总计不符',
  },
  reasons: {
    FAR_FROM_OWN_PAST: (value: string, reference: string, compared: number, score: string) =>
      `平均每月 ${value}，此前 ${compared} 个月的中位数是 ${reference}（Z ${score}）。请核对是否漏填或重复填报。`,
    FAR_FROM_PEERS: (value: string, reference: string, compared: number, score: string) =>
      `本站 ${value}，${compared} 个站的中位数是 ${reference}（Z ${score}）。请核对填报口径是否一致。`,
    RATIO_ABOVE_THRESHOLD: (value: string, reference: string, _compared: number, _score: string) =>
      `${value}%，高于 ${reference}%。请核对协议量是否填对、记录是否重复。`,
    ZONES_DIFFER_FROM_TOTAL: (value: string, reference: string, _compared: number, _score: string) =>
      `各片区合计 ${value}，全站 ${reference}：有记录没有填片区。`,
  },
  empty: '这段时间内没有社工站有这个指标的协议量或服务记录。可以换一个指标，或选择另一段时间。',
};
