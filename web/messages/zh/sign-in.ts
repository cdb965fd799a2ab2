export const signIn = {
  title: '登录',
  lead: '社工站的数据，只填一次。',
  points: [
    '填报、附件1、附件2 与经费，都是同一组实时数字',
    '承接机构、购买方与监督方各看各的范围',
    '只记数量，不存服务对象的个人信息',
  ] as [string, string, string],
  email: '邮箱',
  password: '密码',
  stay: '在这台电脑上保持登录',
  stayHint: '公用电脑请不要勾选。',
  submit: '登录',
  again: '登录已过期，请重新登录。您填写的内容都还在。',
  notKept: '此连接没有加密，登录只在本页有效；刷新页面或约 15 分钟后需重新登录。',
  forgotten: '忘记密码？',
  help: '还没有账号？请联系本单位管理员。',
};
