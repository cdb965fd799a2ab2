export const account = {
  title: '账号',
  name: '姓名',
  organisation: '单位',
  role: '角色',
  stations: '可用社工站',
  allStations: '本单位范围内的全部社工站',
  password: '修改密码',
  oldPassword: '原密码',
  newPassword: '新密码',
  newPasswordHint: '至少 12 个字符。修改后，您在其他电脑上的登录会全部退出。',
  change: '修改密码',
  changed: '密码已修改。',
};
