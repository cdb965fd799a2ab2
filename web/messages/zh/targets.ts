/** What an agreement asks for, term by term and zone by zone. */
export const targets = {
  title: '协议量',
  wholeStation: '全站',
  asOf: (day: string) => `截至 ${day}`,
  since: (day: string) => `${day} 起`,
  because: (reason: string) => `原因：${reason}`,
  amendments: '由协议变更调整',
  agreement: '查看协议',
  fileName: (station: string, day: string) => `${station}-协议量-${day}`,
  empty: '这个项目期还没有协议量。确认后的协议通过协议变更设定：一方提出，另一方或民政部门确认。',
  emptyProposal: '登记方还没有设定协议量。登记方在确认前填写后，这里会显示。',
  formHint: '空着或填“/”表示不约定；可从 Excel 粘贴。修改后另一方须重新确认。',
  changed: (count: number) => (count === 0 ? '' : `${count} 项待保存`),
  saved: '已保存',
  save: '保存协议量',
};
