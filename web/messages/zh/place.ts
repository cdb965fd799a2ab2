/** Stations, agreements and terms, and how one is chosen. */
export const place = {
  choose: '选择社工站',
  search: '社工站名称',
  searchHint: '输入名称中的几个字',
  none: '没有名称相符的社工站。',
  more: (total: number) => `共 ${total} 个，请再输入几个字缩小范围。`,
  noAgreement: '您的范围内还没有服务协议。协议登记后，这里会显示它的数据。请联系本单位管理员。',
  term: '项目期',
  days: (from: string, to: string) => `${from} 至 ${to}`,
};
