/** The pages, as the navigation and the window's title name them. */
export const pages = {
  groups: { work: '日常工作', reports: '报表', overview: '总览', own: '我的' },
  home: '首页',
  entry: '填报',
  records: '服务记录',
  completion: '完成情况（附件1）',
  roster: '到岗情况（附件2）',
  agreements: '服务协议',
  overview: '概览',
  heatmap: '热力图',
  trends: '趋势',
  ranking: '排名与提示',
  members: '成员与密钥',
  audit: '操作日志',
  help: '使用说明',
  invitation: '接受邀请',
  account: '账号',
};
