import { exact } from '../../../platform/decimal';
import type { Path } from '../../../platform/faults';
import { InputRules } from '../../../platform/input-rules';
import { beginningOf, isSeenAlike, nameKey } from '../../../platform/text-forms';
import type { BudgetLineInput, FundingSourceInput, SetFiscalBudgetInput } from '../funding.input';
import { checkFiscalYear, findCategory, type Span, UNBUDGETED } from '../ledger/entry.rules';
import { checkMoney } from '../money.rules';
import type { RecallRule } from './recall.rules';

const MAX_LINES = 100;
const MAX_CATEGORY = 100;

/** A validated plan, as it will be stored. */
interface CheckedLines {
  rules: InputRules;
  lines: { category: string; amount: string }[];
}

/**
 * Validates a budget. Categories take the spelling used before in the agreement, so that a full-width bracket does not
 * separate a category from its expenditures.
 */
export function checkBudget(given: readonly BudgetLineInput[], known: readonly string[] = []): CheckedLines {
  const rules = new InputRules();
  if (!rules.count(given.length, ['lines'], 1, MAX_LINES)) return { rules, lines: [] };
  const seen = new Set<string>();
  const lines = given.map((line, index) => {
    const path: Path = ['lines', index];
    const category =
      findCategory(known, line.category) ?? rules.text(line.category, [...path, 'category'], MAX_CATEGORY);
    if (nameKey(category) === nameKey(UNBUDGETED)) {
      rules.add('RESERVED_CATEGORY', [...path, 'category'], { category: UNBUDGETED });
    }
    if (isSeenAlike(seen, category)) {
      rules.add('CATEGORY_TWICE', [...path, 'category'], { category: beginningOf(category) });
    }
    checkMoney(rules, line.amount, [...path, 'amount']);
    return { category, amount: line.amount };
  });
  return { rules, lines };
}

export function checkSources(sources: readonly FundingSourceInput[]): InputRules {
  const rules = new InputRules();
  if (!rules.count(sources.length, ['sources'], 1, MAX_LINES)) return rules;
  const seen = new Set<string>();
  sources.forEach(({ level, amount }, index) => {
    if (seen.has(level)) {
      rules.add('SOURCE_TWICE', ['sources', index, 'level']);
    }
    seen.add(level);
    checkMoney(rules, amount, ['sources', index, 'amount']);
  });
  return rules;
}

export function checkFiscalBudget(span: Span, input: SetFiscalBudgetInput): InputRules {
  const rules = new InputRules();
  const { fiscalYear, amount, recall } = input;
  checkMoney(rules, amount, ['amount']);
  checkFiscalYear(rules, span, fiscalYear, ['fiscalYear']);
  if (recall) {
    checkShare(rules, recall.share, ['recall', 'share']);
    checkRecallDay(rules, recall, fiscalYear, ['recall', 'by']);
  }
  return rules;
}

/** Checks a share: above 0, at most 1. */
export function checkShare(rules: InputRules, share: string, path: Path): void {
  rules.amount(share, path, '1', 6);
  if (exact(share).eq(0)) rules.add('ZERO_SHARE', path);
}

function checkRecallDay(rules: InputRules, { by }: RecallRule, fiscalYear: number, path: Path): void {
  if (Number(by.slice(0, 4)) === fiscalYear) return;
  rules.add('DAY_OUTSIDE_FISCAL_YEAR', path, { fiscalYear });
}
