import { checkAskedDays, MAX_MONTHS } from '../../platform/asked-days';
import { badInput } from '../../platform/refusal';
import { beginningOf } from '../../platform/text-forms';
import { type Month, monthsBetween } from './month.rules';

const MAX_CHOICES = 1000;

/** Validates a range of months: in order and not too long. */
export function checkMonths(from: Month, to: Month): void {
  checkAskedDays({ from, to });
  const months = monthsBetween(from, to);
  if (months >= 1 && months <= MAX_MONTHS) return;
  throw badInput({
    zh: `from 不能晚于 to，且最多 ${MAX_MONTHS} 个月。`,
    en: `from must not be after to, and the range has at most ${MAX_MONTHS} months.`,
  });
}

/** Validates the length of a filter. */
export function checkChoices(list: readonly string[] | null): void {
  if ((list?.length ?? 0) <= MAX_CHOICES) return;
  throw badInput({
    zh: `每个筛选条件最多 ${MAX_CHOICES} 项。`,
    en: `A filter takes at most ${MAX_CHOICES} entries.`,
  });
}

/** Validates indicator codes against the catalogue. */
export function checkCodes(codes: readonly string[] | null, isKnown: (code: string) => boolean): void {
  const unknown = codes?.find((code) => !isKnown(code));
  if (unknown === undefined) return;
  throw badInput({
    zh: `没有代码“${beginningOf(unknown)}”，请从 districts 或 indicators 中选择。`,
    en: `There is no code "${beginningOf(unknown)}". Please choose from districts or indicators.`,
  });
}
