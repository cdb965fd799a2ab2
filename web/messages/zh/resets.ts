/** The platform helps the sole administrator of an organisation who has forgotten its password. */
export const resets = {
  title: '平台协助管理员重置密码',
  about: '单位唯一的管理员忘记密码时，由平台协助。本单位全体成员都看得到每一步。',
  platformHint:
    '只用于单位唯一的管理员：系统已开通邮件时，链接直接寄到其邮箱；未开通时，须由另一位平台管理员确认，一天后方可领取链接。',
  none: '最近 90 天没有。',
  request: '申请协助',
  requestHint: '请先核实申请确由本人提出，例如单位来函。理由会显示给该单位全体成员。',
  email: '管理员邮箱',
  administrator: '管理员',
  organisation: '单位',
  reason: '理由',
  askedAt: '申请时间',
  state: '进展',
  states: {
    STOPPED: (moment: string) => `${moment} 已中止`,
    MAILED: () => '链接已寄到其邮箱',
    TAKEN: (moment: string) => `${moment} 已领取链接`,
    UNCONFIRMED: () => '待另一位平台管理员确认',
    WAITING: (moment: string) => `已确认，${moment} 起可领取链接`,
    READY: () => '已确认，可领取链接',
    EXPIRED: () => '一周内未领取，已失效',
  },
  steps: { REQUESTED: '申请', CONFIRMED: '确认', TAKEN: '领取链接' },
  step: { CONFIRM: '确认', TAKE: '领取链接', STOP: '中止' },
  stepOf: {
    CONFIRM: (name: string) => `确认协助：${name}`,
    TAKE: (name: string) => `领取链接：${name}`,
    STOP: (name: string) => `中止协助：${name}`,
  },
  confirmHint: '确认后须等一天才能领取链接，其间该单位的管理员可以中止。请先核实申请确由本人提出。',
  takeHint: '链接只显示一次，请只交给管理员本人。领取会记入双方的操作日志。',
  stopHint: '如果不是本单位管理员申请的，请中止。中止后不能再确认或领取链接；如有需要，可由平台重新申请。',
  notice: (administrator: string, state: string, reason: string) =>
    `平台正在协助本单位管理员“${administrator}”重置密码：${state}。理由：${reason}`,
  noticeStep: '查看详情，若非本人申请请中止',
  noticeTell: '若非其本人申请，请立即告知其本人，由其登录后中止。',
};
