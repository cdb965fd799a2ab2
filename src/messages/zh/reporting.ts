/** Months of agreements, and published reports. */
export const reporting = {
  MONTH_CLOSED: ({ month, state, since, by }: { month: string; state: string; since: string; by: string }) =>
    state === 'ACCEPTED'
      ? `${month} 的月报已于 ${since} 由“${by}”接受，不能再登记、更正或作废该月的服务；如须修改，请街道或民政部门退回该月。`
      : `${month} 的月报已于 ${since} 由“${by}”报送，不能再登记、更正或作废该月的服务；如须修改，请先撤回该月，或请街道退回。`,
  MONTH_NOT_OVER: ({ last }: { last: string }) => `该月至 ${last} 才结束，请自该日起报送。`,
  MONTH_NOT_HANDED_IN: () => '该月尚未报送，或已撤回、退回，请待承接机构报送后再处理。',
  MONTH_ACCEPTED: () => '该月已被接受，不能撤回；如须修改，请街道或民政部门退回该月。',
  MONTH_ASSESSED: () => '已结束的评估以该月为依据，只有民政部门可以退回；请联系区民政局。',
  VOID_WITH_MONTHS: ({ months }: { months: number }) =>
    `协议内有 ${months} 个月的月报已被接受，不能作废；请先退回这些月报，或改为提前终止协议。`,
  LAST_DAY_PAST: () => '补正期限不能早于今天，请另选日期。',
  REPORT_NOT_FOUND: () => '本协议没有此定稿报告，请核对。',
  REPORT_SUPERSEDED: () => '该报告已被另一份定稿报告替代，请选择最新的一份。',
  DUE_DAY_OUT_OF_RANGE: ({ most }: { most: number }) => `报送日须为次月 1 日至 ${most} 日。`,
  NOT_A_PRINTED_FIGURE: ({ value }: { value: string }) =>
    `“${value}”不是可核对的数字。请照原文填写，如 522、5,220人次、115%、约115%、47.83万元；没有此项请填“/”。`,
  FIGURE_OF_ONE_SUBJECT: () => '请填写指标和度量，或者只填写其他内容的名称，两者取一。',
  MOMENT_NOT_PAST: () => '核对时点不能晚于现在，请改为过去的时间，或留空按现在核对。',
  MOMENT_NOT_READABLE: () =>
    '按过去的时点核对须能查看逐条服务记录，您所在的机构只能按现在核对。请留空核对时点。',
  NO_FIGURES_IN_IMPORT: () => '此文件不是附件1，或已过保存期限。请重新上传附件1，或粘贴数字。',
};
