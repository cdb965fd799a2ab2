/** A member who has forgotten its password sets another. */
export const reset = {
  title: '重置密码',
  about: '请设置新密码。设好后即登录，您在其他设备上的登录会全部退出。姓名、角色和填过的记录都不变。',
  password: '新密码',
  submit: '设置新密码并登录',
  noToken: '这个地址缺少重置码。请完整复制重置链接（含 # 后面的部分），再打开一次。',
  hint: '忘记密码时，请联系本单位管理员，由其在“成员与密钥”里签发重置链接，24 小时内有效，只能用一次。',
};
