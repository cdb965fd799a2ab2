export const home = {
  title: '首页',
  hello: (name: string) => `${name}，您好`,
  purpose: {
    entry: '登记今天或本月的服务量',
    completion: '看各片区做到哪里，打印上报',
    records: '查找、更正已填的记录',
    overview: '各站进度、到岗与经费',
  },
  all: '查看全部社工站',
  platform: '平台管理员维护机构名录和成员，不查看服务数据。相关页面正在建设，可先用 API 浏览器。',
};
