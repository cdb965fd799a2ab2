/** What an invited person sees, before there is an account. */
export const invitation = {
  title: '接受邀请',
  invited: (organisation: string) => `${organisation} 邀请您使用社工服务站平台。请设置密码，即可登录。`,
  name: '姓名',
  email: '登录邮箱',
  until: '有效期至',
  password: '设置密码',
  passwordHint: '至少 12 个字符。用几个互不相关的词最好记，也最难猜。',
  isElsewhere: '我用这个邮箱在别的单位有账号',
  currentPassword: '原单位账号的密码',
  currentHint: '接受邀请后，原单位的账号即停用，填过的记录仍在原单位。',
  show: '显示密码',
  accept: '设置密码并登录',
  noToken: '这个地址缺少邀请码。请完整复制邀请链接（含 # 后面的部分），再打开一次。',
  unusableHint: '邀请 7 天内有效，只能用一次。如果您已经设置过密码，请直接登录。',
  signIn: '已有账号，去登录',
};
