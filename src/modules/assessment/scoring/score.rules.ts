import { exact, trimmed } from '../../../platform/decimal';
import type { InputRules } from '../../../platform/input-rules';
import { storedText } from '../../../platform/text-forms';
import { checkScore } from '../assessment.rules';
import type { SubScoreInput } from './score.input';
import type { GivenScore, PartRow } from './score.repository';

/** From how many days after the last day on the bureau enters a missing score from paper. */
export const PAPER_DAYS = 30;

/** Checks a score against the maximum of its part, and its sub-scores; returns these in the order of the part's items. */
export function checkGiven(
  rules: InputRules,
  { score, items }: { score: string; items?: readonly SubScoreInput[] | null },
  { maximum, itemNames, itemMaxima }: Pick<PartRow, 'maximum' | 'itemNames' | 'itemMaxima'>,
): string[] {
  checkScore(rules, score, maximum);
  const given = items ?? [];
  const before = rules.faults.length;
  const values = itemNames.map(() => null as string | null);
  given.forEach((item, index) => {
    const place = itemNames.indexOf(storedText(item.name));
    const limit = itemMaxima[place];
    if (limit === undefined) {
      rules.add('SUB_SCORE_UNKNOWN', ['items', index, 'name']);
    } else if (values[place] !== null) {
      rules.add('SUB_SCORE_TWICE', ['items', index, 'name']);
    } else {
      values[place] = item.score;
      checkScore(rules, item.score, limit, ['items', index, 'score']);
    }
  });
  const missing = itemNames.filter((_, place) => values[place] === null);
  if (missing.length > 0) rules.add('SUB_SCORES_MISSING', ['items'], { names: missing.join('、') });
  const found = values.filter((value) => value !== null);
  if (found.length === 0 || rules.faults.length > before) return found;
  const sum = trimmed(found.reduce((all, value) => all.plus(value), exact('0')));
  if (!exact(sum).eq(score)) rules.add('SUB_SCORES_DO_NOT_ADD_UP', ['items'], { sum, score: trimmed(score) });
  return found;
}

/** Whether a repeated call would change nothing. */
export function isSameScore(
  before: GivenScore | null,
  { score, items, onPaper }: Pick<GivenScore, 'score' | 'items' | 'onPaper'>,
): boolean {
  if (before === null) return false;
  return (
    before.onPaper === onPaper &&
    exact(before.score).eq(score) &&
    before.items.length === items.length &&
    before.items.every((item, index) => exact(item).eq(items[index] ?? '-1'))
  );
}
