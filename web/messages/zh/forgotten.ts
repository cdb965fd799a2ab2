/** Who has forgotten its password asks for a link. */
export const forgotten = {
  title: '忘记密码',
  about: '请填写登录邮箱。如果它属于某位成员，我们会向它发送一封带重置链接的邮件。',
  submit: '发送重置链接',
  sent: '已收到申请。如果这个邮箱属于某位成员，几分钟内会收到带链接的邮件：请打开链接设置新密码，24 小时内有效，只能用一次。',
  noMail:
    '没有收到？请看看垃圾邮件，或联系本单位管理员，由其签发重置链接。您是本单位唯一的管理员？请联系平台协助。',
  signIn: '返回登录',
};
