import type { Cell } from '../../../platform/sheets';
import { wordsOf } from '../reading/words';

/** What a heading of 附件1 is above. */
export type Role = 'TARGET' | 'COMPLETED' | 'PERCENT';

const TARGET = /^(?:协议(?!内容)|指标要求|指标量|目标|应完成|计划)/u;
const COMPLETED = /^.{0,4}完成(?:量|情况|数|个数|次数|人次|节数|户数)?$/u;
const PERCENT = /^(?:完成)?(?:百分比|完成率|比例)(?:\(%\))?$/u;
const CONTENT = /^(?:协议内容|服务内容|指标内容|指标名称|指标|服务指标|项目内容)$/u;
const ZONE = /^(?:服务)?片区(?:名称)?$/u;
const WORKERS = /^投入社工(?:人数)?$/u;
const TOTAL = /^(?:合计|总计|共计)$/u;
const TITLE = /(?:统计表|情况表)$|^附件/u;
const MAX_LENGTH = 10;

export function roleOf(cell: Cell | null): Role | null {
  const words = wordsOf(cell);
  if (words === '' || words.length > MAX_LENGTH) return null;
  if (PERCENT.test(words)) return 'PERCENT';
  if (TARGET.test(words)) return 'TARGET';
  return COMPLETED.test(words) ? 'COMPLETED' : null;
}

export const isContentHeading = (cell: Cell | null): boolean => CONTENT.test(wordsOf(cell));
export const isZoneHeading = (cell: Cell | null): boolean => ZONE.test(wordsOf(cell));
export const isWorkersHeading = (cell: Cell | null): boolean => WORKERS.test(wordsOf(cell));
export const isTotal = (cell: Cell | null): boolean => TOTAL.test(wordsOf(cell));
export const isTitle = (cell: Cell | null): boolean => TITLE.test(wordsOf(cell));
