import { listed } from '../lists';

/** Arguments of queries and exports that no result can be given for. */
export const query = {
  PAGE_SIZE_OUT_OF_RANGE: ({ most }: { most: number }) =>
    `first 须在 1 到 ${most} 之间；更多内容请用 after 翻页。`,
  INVALID_CURSOR: () => 'after 不是有效的游标，请使用上一页返回的 endCursor。',
  ARGUMENT_OUT_OF_RANGE: ({ name, first, last }: { name: string; first: string; last: string }) =>
    `${name} 须在 ${first} 至 ${last} 之间，请修改后再查询。`,
  ON_IN_FUTURE: ({ today }: { today: string }) => `on 不能晚于今天（${today}）：还没有发生的服务无从统计。`,
  FROM_AFTER_TO: () => 'from 不能晚于 to。',
  RANGE_TOO_LONG: ({ months }: { months: number }) =>
    `from 不能晚于 to，且最多 ${months} 个月；更长的时段请分段。`,
  RANGE_OUTSIDE: ({ of, first, last }: { of: 'term' | 'agreement'; first: string; last: string }) =>
    `from 和 to 须按先后顺序，并在${of === 'term' ? '项目期' : '协议期'} ${first} 至 ${last} 之内。`,
  TERM_ID_NEEDED: () => '此协议有多个项目期，请用 termId 指明其中一个（见 Agreement.terms）。',
  FILTER_TOO_LONG: ({ most }: { most: number }) => `每个筛选条件最多 ${most} 项。`,
  FILTER_TEXT_TOO_LONG: ({ name, most }: { name: string; most: number }) => `${name} 最多 ${most} 个字。`,
  FILTER_UNPRINTABLE: () => '筛选条件含有无法显示的字符，请重新输入。',
  UNKNOWN_CODE: ({ code, from }: { code: string; from: readonly string[] }) =>
    `没有代码“${code}”，请从 ${from.join(' 或 ')} 中选择。`,
  INVALID_DISTRICT_CODE: () => 'districtCode 为六位数字，请从 districts 中选择。',
  INDICATOR_NOT_IN_CATALOGUE: () => '没有此指标或度量，请从 indicators 中选择。',
  THRESHOLD_OUT_OF_RANGE: ({ most, places }: { most: string; places: number | null }) =>
    `threshold 须在 0 到 ${most} 之间${places === null ? '' : `，最多 ${places} 位小数`}。`,
  SHARE_OUT_OF_RANGE: () => 'share 须大于 0、不超过 1，最多 6 位小数。',
  INVALID_DAY: ({ name }: { name: string }) => `${name} 须为日期，格式为 YYYY-MM-DD，例如 2024-01-31。`,
  INVALID_FLAG: ({ name }: { name: string }) => `${name} 须为 1 或 0。`,
  UNKNOWN_PARAMETER: ({ name, known }: { name: string; known: readonly string[] }) =>
    `没有参数“${name}”。可用的参数：${listed(known, ', ')}${known.includes('bom') ? '（bom 仅用于 csv）' : ''}。`,
  PARAMETER_MISSING: ({ name }: { name: string }) => `请给出参数 ${name}。`,
  REPEATED_PARAMETER: ({ name }: { name: string }) => `参数 ${name} 只能写一次。`,
  INVALID_UPDATED_SINCE: () =>
    'updatedSince 无效：它须来自本账号同一导出、同样筛选条件的上一次响应（X-Next-Updated-Since），且此后账号权限和数据库未变。请去掉它，重新全量导出。',
};
