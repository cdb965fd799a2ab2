/** Signing in, passwords, invitations, members and organisations. */
export const access = {
  WRONG_CREDENTIALS: () => '电子邮箱或密码不正确。请检查后重试。',
  SESSION_FROM_ELSEWHERE: () => '此请求不是从本站的页面发出的。请打开本站的登录页登录。',
  SESSION_ACTION_UNKNOWN: () => '登录请求不完整。请刷新页面后重试。',
  INVALID_REFRESH_TOKEN: () => '登录已过期或已失效。请重新登录。',
  WRONG_PASSWORD: () => '原密码不正确，请重新输入。',
  PASSWORD_TOO_LONG: ({ most }: { most: number }) => `密码不得超过 ${most} 个字符。`,
  PASSWORD_TOO_SHORT: ({ least }: { least: number }) =>
    `密码至少需要 ${least} 个字符。建议用几个互不相关的词组成。`,
  PASSWORD_TOO_COMMON: () => '这个密码太常见，容易被猜中。请换一个。',
  PASSWORD_NAMES_OWNER: () => '密码中不得包含您的姓名或电子邮箱。',
  INVITATION_INVALID: () => '邀请链接无效、已使用或已过期。请联系邀请您的管理员重新发送。',
  RESET_INVALID: () => '重置链接无效、已使用或已过期。请联系本单位管理员，重新发送链接。',
  OWN_PASSWORD: () => '自己的密码请在“账号”页修改，修改时需要原密码。',
  NOT_JOINED: () => '该成员尚未加入，没有密码可以重置。请重新邀请。',
  ADMIN_STAYS: () => '您是原单位的管理员。请先由原单位的另一位管理员将您移除，再接受邀请。',
  INVALID_EMAIL: () => '电子邮箱格式不正确，请核对。',
  EMAIL_TAKEN: () =>
    '此邮箱已属于另一位在职成员。如果就是您本人，请同时填写您在原单位的密码，原单位的成员身份随即结束；否则请让管理员换一个邮箱。',
  ALREADY_MEMBER: () =>
    '该邮箱已是本单位成员。如邀请已过期，请在成员列表中“重新邀请”（API：renewInvitation）。',
  NOT_INVITED: () => '该成员已加入或已离开，无需重新邀请。',
  MEMBER_LEFT: () => '该成员已离开。如需重新加入，请重新邀请。',
  MONEY_NEEDS_MANAGER: () => '只有承接机构的主管（MANAGER）可以被授权登记经费，请先设为主管。',
  ADMIN_IS_NOT_LIMITED: () => '管理员管理整个单位，不能限定社工站。',
  LAST_ADMIN: () => '这是本单位最后一位管理员，请先指定另一位管理员。',
  EXPIRES_IN_THE_PAST: () => '到期日不能早于今天。',
  ALREADY_ADMINISTERED: () =>
    '该单位已有管理员，成员由其自行管理。确需平台指定管理员的，请“指定管理员”（API：nameAdministrator）。',
  NOT_ADMINISTERED: () => '该单位还没有管理员，请“邀请首位管理员”（API：inviteFirstAdministrator）。',
  OWN_ORGANISATION: () => '这是您自己的单位，请直接邀请成员。',
  DISTRICT_MISSING: () => '购买方须填写所在区。',
  ONE_PLATFORM: () => '平台只有一个，不能再新增。如需增加平台管理员，请邀请成员。',
  PLATFORM_KEEPS_ITS_NAME: () => '平台不能更名。',
  ORGANISATION_NAME_TAKEN: () => '名录中已有（或曾有）同类且名称相同或相似的单位，请核对。',
};
