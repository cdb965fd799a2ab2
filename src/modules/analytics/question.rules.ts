import { badInput } from '../../platform/app-error';
import { checkAskedDays, MAX_MONTHS } from '../../platform/asked-days';
import { beginningOf } from '../../platform/text-forms';
import { type Month, monthsBetween } from './month.rules';

const MAX_CHOICES = 1000;

/** Validates a range of months: in order and not too long. */
export function checkMonths(from: Month, to: Month): void {
  checkAskedDays({ from, to });
  const months = monthsBetween(from, to);
  if (months >= 1 && months <= MAX_MONTHS) return;
  throw badInput('RANGE_TOO_LONG', { months: MAX_MONTHS });
}

/** Validates the length of a filter. */
export function checkChoices(list: readonly string[] | null): void {
  if ((list?.length ?? 0) <= MAX_CHOICES) return;
  throw badInput('FILTER_TOO_LONG', { most: MAX_CHOICES });
}

/** Validates indicator codes against the catalogue. */
export function checkCodes(codes: readonly string[] | null, isKnown: (code: string) => boolean): void {
  const unknown = codes?.find((code) => !isKnown(code));
  if (unknown === undefined) return;
  throw badInput('UNKNOWN_CODE', { code: beginningOf(unknown), from: ['districts', 'indicators'] });
}
