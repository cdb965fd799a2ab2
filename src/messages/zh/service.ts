/** Targets and service records. */
export const service = {
  UNKNOWN_INDICATOR: ({ code }: { code: string }) => `指标目录中没有“${code}”，请从 indicators 中选择。`,
  UNKNOWN_MEASURE: ({ code, indicator }: { code: string; indicator: IndicatorNames }) =>
    `没有度量“${code}”，“${indicator.nameZh}”可用：${measuresOf(indicator)}。`,
  MEASURE_OF_OTHER_INDICATOR: ({ code, indicator }: { code: string; indicator: IndicatorNames }) =>
    `“${code}”不是“${indicator.nameZh}”的度量，请使用：${measuresOf(indicator)}。`,
  MEASURE_TWICE: ({ measure }: { measure: MeasureNames }) => `同一条记录中“${measure.name}”只能填写一次。`,
  NEGATIVE_QUANTITY: ({ measure }: { measure: MeasureNames }) => `${measure.name}不能为负数。`,
  QUANTITY_TOO_LARGE: ({ measure }: { measure: MeasureNames }) =>
    `${measure.name}大于 10 亿，请核对是否输错。`,
  NOTHING_RECORDED: () => '至少要有一项数量大于 0。',
  PROJECT_NOT_FOUND: () => '本协议没有此项目，请核对。',
  POINT_NOT_FOUND: () => '本协议没有此社工点，请核对。',
  POINT_NOT_IN_ZONE: () => '此社工点不属于所填片区，请核对。',
  DAY_OUTSIDE_TERMS: ({ terms }: { terms: readonly { startsOn: string; endsOn: string }[] }) =>
    `服务日期不在本协议的任何项目期内（${terms.map((term) => `${term.startsOn} 至 ${term.endsOn}`).join('；')}）。`,
  STALE_REVISION: ({ revision }: { revision: number }) =>
    `此记录已被更新为第 ${revision} 版，请重新查看后再更正。`,
  RECORD_VOIDED: () => '此记录已作废，不能再更正或作废。如需计入，请重新登记。',
  RECORD_NAMED_TWICE: () => '同一次提交中此记录出现了两次，请合并为一行。',
  KEYS_DO_NOT_MATCH: ({ records }: { records: number }) =>
    `有 ${records} 条记录，幂等键须一一对应；或一个也不填。`,
  LOOKS_RECORDED_TWICE: ({ by }: { by: string }) =>
    `与 ${by} 一天内登记的另一条记录完全相同（日期、地点、数量、备注），请核对是否重复登记；确是两次服务则不必处理。`,
  NOTHING_REMARKED: () => '请填写备注或佐证，至少一项。',
  TERM_NOT_FOUND: () => '本协议没有此项目期，请核对。',
  TARGET_TWICE: () => '同一项目期、指标、度量、片区和项目的指标量在本次提交中出现了两次。',
  TARGETS_MIX_ZONES: () => '同一项目期、指标和度量的指标量，须全部分到片区，或全部不分片区。',
  TARGETS_MIX_PROJECTS: () => '同一项目期、指标和度量的指标量，须全部分到项目，或全部不分项目。',
};

/** The names of a measure: its code, and `name` in Chinese. */
interface MeasureNames {
  code: string;
  name: string;
}

interface IndicatorNames {
  nameZh: string;
  nameEn: string;
  measures: readonly MeasureNames[];
}

function measuresOf({ measures }: IndicatorNames): string {
  return measures.map(({ code, name }) => `${code}（${name}）`).join('、');
}
