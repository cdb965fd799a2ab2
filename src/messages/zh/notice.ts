/** Notifications: webhooks and e-mails. */
export const notice = {
  NOT_A_WEBHOOK_URL: () => '推送地址须为完整的 https:// 网址，且不含用户名和密码，请核对。',
  PRIVATE_ADDRESS: () => '推送地址不能是内网、本机等非公网地址，请填写公网可以访问的网址。',
  WEBHOOK_SECRET_LOST: () => '此推送地址的签名密钥已失效，无法再启用。请删除后重新登记。',
  NO_MAILS_HERE: () => '本系统没有开通邮件发送，请联系本单位管理员重置密码。',
  TOO_MANY_RESETS: ({ seconds }: { seconds: number }) =>
    `申请重置密码的次数过多，请在 ${seconds} 秒后再试，或联系本单位管理员。`,
  MAIL_RESET_SUBJECT: () => '重置密码。',
  MAIL_RESET_TEXT: ({ hours }: { hours: number }) =>
    `有人为此邮箱的账号申请了重置密码。请在 ${hours} 小时内打开下面的链接设置新密码，链接只能使用一次。如果不是您本人申请，请忽略此邮件，密码不会改变。`,
  MAIL_WAITING_SUBJECT: () => '有事项等待您处理。',
  MAIL_SENT_BACK_SUBJECT: () => '有事项被退回，请您处理。',
  MAIL_DIGEST_SUBJECT: ({ count }: { count: number }) => `您有 ${count} 项待办。`,
  MAIL_TASK_DUE: ({ day }: { day: string }) => `截止日期：${day}。`,
  MAIL_CHOICE: () => '如需更改或关闭邮件提醒，请在“账号”页设置（API：chooseMails）。',
  MAIL_MONTH_HANDED_IN: ({ station, month }: { station: string; month: string }) =>
    `“${station}”已报送 ${month} 月报，请审阅后接受或退回。`,
  MAIL_MONTH_SENT_BACK: ({ station, month }: { station: string; month: string }) =>
    `“${station}”的 ${month} 月报被退回，请查看原因，更正后重新报送。`,
  MAIL_AGREEMENT_PROPOSED: ({ station }: { station: string }) =>
    `“${station}”有一份服务协议等待您确认或退回。`,
  MAIL_AGREEMENT_DECLINED: ({ station }: { station: string }) =>
    `“${station}”的服务协议登记被对方退回，请查看原因。`,
  MAIL_AMENDMENT_PROPOSED: ({ station }: { station: string }) =>
    `“${station}”的服务协议有一项变更，请确认、退回或知悉。`,
  MAIL_AMENDMENT_DECLINED: ({ station }: { station: string }) =>
    `“${station}”的协议变更被对方退回，请查看原因。`,
  MAIL_ASSESSMENT_OPENED: ({ station }: { station: string }) => `“${station}”的评估已启动，请按时评分。`,
  MAIL_CONCERN_RAISED: ({ station }: { station: string }) =>
    `“${station}”的评估提出了需要整改的意见，请按时答复。`,
  MAIL_CONCERN_ANSWERED: ({ station }: { station: string }) => `“${station}”已答复您提出的整改意见，请审阅。`,
  MAIL_RESPONSE_SENT_BACK: ({ station }: { station: string }) =>
    `“${station}”的整改答复被退回，请补充后重新答复。`,
  NOT_SOLE_ADMINISTRATOR: () =>
    '没有以此邮箱登录的唯一管理员。单位另有管理员的，请由其签发重置链接；管理员均已离职的，请“指定管理员”（API：nameAdministrator）。',
  ANOTHER_CONFIRMS: () => '须由平台的另一位管理员确认。',
  RESET_NOT_CONFIRMED: () => '尚未由平台的另一位管理员确认，请先确认。',
  RESET_NOT_YET: ({ from }: { from: string }) => `确认满一天后才能领取链接，请在 ${from} 之后领取。`,
  RESET_TOO_LATE: ({ days }: { days: number }) => `链接须在可领取后的 ${days} 天内领取，请重新申请。`,
  RESET_STOPPED: () => '该单位的管理员已中止此次重置，请与其联系。',
  RESET_BY_MAIL: () => '链接已发送到管理员的邮箱，不需要确认和领取。',
  MAIL_TASK_CONFIRM_AGREEMENT: () => '请确认或退回协议登记。',
  MAIL_TASK_CONFIRM_AMENDMENT: () => '请确认、退回或知悉协议变更。',
  MAIL_TASK_HAND_IN_MONTH: ({ month }: { month: string }) => `请报送 ${month} 月报。`,
  MAIL_TASK_ACCEPT_MONTH: ({ month }: { month: string }) => `请审阅 ${month} 月报，接受或退回。`,
  MAIL_TASK_MONTH_SENT_BACK: ({ month }: { month: string }) => `${month} 月报被退回，请更正后重新报送。`,
  MAIL_TASK_OPEN_ASSESSMENT: () => '请启动评估。',
  MAIL_TASK_SCORE_ASSESSMENT: () => '请为评估评分。',
  MAIL_TASK_ANSWER_FINDING: () => '请答复整改意见。',
  MAIL_TASK_REVIEW_RESPONSE: () => '请审阅整改答复。',
  MAIL_TASK_PAY_INSTALMENT: () => '请拨付分期款项。',
};
