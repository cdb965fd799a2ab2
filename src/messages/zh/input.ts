/** What is wrong with a value, a list or a day, wherever it is given. */
export const input = {
  POSSIBLE_PERSONAL_DATA: () =>
    '此处似有手机号码或身份证号码。平台不保存个人信息，请删去后再提交；办公电话、合同编号等可以保留。',
  EMPTY_TEXT: () => '此项不能为空，请填写。',
  TEXT_TOO_LONG: ({ most }: { most: number }) => `此项最多 ${most} 个字，请缩短。`,
  UNPRINTABLE_TEXT: () => '此项含有无法显示的字符，请重新输入。',
  NEGATIVE: () => '此项不能为负数。',
  TOO_LARGE: ({ most }: { most: string }) => `此项不能大于 ${most}，请核对。`,
  TOO_MANY_DECIMALS: ({ places }: { places: number }) =>
    places === 0 ? '此项须为整数。' : `此项最多保留 ${places} 位小数。`,
  ZERO_SHARE: () => '比例须大于 0。',
  TOO_FEW: ({ least }: { least: number }) => `此处至少需要 ${least} 项。`,
  /** `inTotal`: with what was stored before, so that another call helps nothing. */
  TOO_MANY: ({ most, inTotal }: { most: number; inTotal: boolean }) =>
    inTotal ? `此处总共最多 ${most} 项，已达上限。` : `此处一次最多 ${most} 项，请分批提交。`,
  DUPLICATE_NAME: ({ name }: { name: string }) =>
    `“${name}”在此处已有相同或相似的名称，名称不能重复，请换一个。`,
  DAY_OUT_OF_RANGE: ({ first, last }: { first: string; last: string }) =>
    `日期须在 ${first} 至 ${last} 之间，请核对。`,
  NAME_UNCHANGED: () => '名称与现在相同，没有变更。请填写新名称。',
  NAME_HOLDS_SINCE: ({ since }: { since: string }) => `现名称自 ${since} 起使用，新名称须从其后的日期起。`,
  DAY_IN_FUTURE: () => '日期不能晚于今天。',
  DAY_TOO_EARLY: ({ earliest, startsOn }: { earliest: string; startsOn: string }) =>
    `日期不能早于 ${earliest}（协议自 ${startsOn} 开始），请核对。`,
  ENDS_BEFORE_START: () => '结束日期不能早于开始日期。',
  OUTSIDE_AGREEMENT: ({ first, last }: { first: string | number; last: string | number }) =>
    `此项须在协议期（${first} 至 ${last}）之内。`,
  ZONE_NOT_FOUND: () => '本协议没有此片区，请核对。',
  STATION_NOT_FOUND: ({ inRegistration }: { inRegistration: boolean }) =>
    inRegistration
      ? '找不到该社工站，或您无权查看。承接机构变更请由购买方或民政部门登记。'
      : '找不到该社工站，或您无权查看。请核对编号。',
  UNKNOWN_DISTRICT: () => '没有此行政区代码，请从 districts 中选择。',
  SCORES_MISSING: () => '尚有评分未提交，请补齐后再结束或定稿。',
  IDEMPOTENCY_KEY_REUSED: () =>
    '此幂等键（idempotencyKey）已用于内容不同的提交。如需重试，请按原内容提交；如为新的内容，请换一个键。',
};
