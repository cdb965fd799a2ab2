import type Big from 'big.js';
import { OrganisationKind, type Session } from '../../access';
import { type Day, EARLIEST_DAY, LATEST_DAY } from '../../platform/calendar';
import { exact, trimmed } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import { InputRules } from '../../platform/input-rules';
import { beginningOf, isSeenAlike } from '../../platform/text-forms';
import { checkScore, gradeOf, type Grade } from '../assessment';
import type {
  CreateEvaluationInput,
  EvaluationGroupInput,
  EvaluationItemInput,
  EvaluationScoreInput,
} from './evaluation.input';
import { EvaluationParty } from './evaluation.enums';

const WHOLE = '100';
const MAX_NAME = 200;
const MAX_GROUPS = 20;
const MAX_ITEMS = 30;
const MAX_SCORES = 200;
const MAX_EVIDENCE = 4000;

/** A stored group or item of a tree, with its current score. */
export interface Leaf {
  id: string;
  groupId: string | null;
  isLeaf: boolean;
  weight: string;
  revision: number;
  score: string | null;
  evidence: string | null;
}

/** The party that a member writes an evaluation for. */
export function partyOf({ kind }: Session): EvaluationParty | null {
  if (kind === OrganisationKind.OPERATOR) return EvaluationParty.OPERATOR;
  return kind === OrganisationKind.PURCHASER ? EvaluationParty.PURCHASER : null;
}

interface Span {
  startsOn: string;
  endsOn: string;
}

/** Validates a tree: names, weights, and sums at both levels. */
export function checkTree(input: CreateEvaluationInput, { startsOn, endsOn }: Span): InputRules {
  const rules = new InputRules();
  const { name, fiscalYear, groups } = input;
  rules.text(name, ['name'], MAX_NAME);
  const first = Math.max(yearOf(startsOn), yearOf(EARLIEST_DAY));
  const last = Math.min(yearOf(endsOn), yearOf(LATEST_DAY));
  if (fiscalYear != null && (fiscalYear < first || fiscalYear > last)) {
    rules.add('OUTSIDE_AGREEMENT', ['fiscalYear'], { first, last });
  }
  if (rules.count(groups.length, ['groups'], 1, MAX_GROUPS)) checkLevel(rules, groups, ['groups'], WHOLE);
  groups.forEach(({ items, weight }: EvaluationGroupInput, at) => {
    const path = ['groups', at, 'items'];
    if (items == null || items.length === 0) return;
    if (rules.count(items.length, path, 1, MAX_ITEMS)) checkLevel(rules, items, path, weight);
  });
  return rules;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Validates the groups of a tree or the items of a group: unique names, and weights that add up. */
function checkLevel(
  rules: InputRules,
  entries: readonly EvaluationItemInput[],
  path: Path,
  whole: string,
): void {
  const seen = new Set<string>();
  entries.forEach(({ name, weight }, at) => {
    const checked = rules.text(name, [...path, at, 'name'], MAX_NAME);
    if (isSeenAlike(seen, checked)) {
      rules.add('DUPLICATE_NAME', [...path, at, 'name'], { name: beginningOf(checked) });
    }
    checkWeight(rules, weight, [...path, at, 'weight']);
  });
  const sum = sumOf(entries.map(({ weight }) => weight));
  if (sum.eq(whole)) return;
  const isTop = path.length === 1;
  rules.add('WEIGHTS_DO_NOT_ADD_UP', path, {
    of: isTop ? 'groups' : 'items',
    sum: trimmed(sum),
    whole: trimmed(whole),
  });
}

function checkWeight(rules: InputRules, weight: string, path: Path): void {
  if (exact(weight).eq(0)) {
    rules.add('WEIGHT_MISSING', path);
  }
  rules.amount(weight, path, WHOLE, 2);
}

/** Validates scores of leaves of this tree: each leaf once, at most its weight, not changed concurrently. */
export function checkScores(leaves: readonly Leaf[], scores: readonly EvaluationScoreInput[]): InputRules {
  const rules = new InputRules();
  if (!rules.count(scores.length, ['scores'], 1, MAX_SCORES)) return rules;
  const seen = new Set<string>();
  scores.forEach((given, at) => {
    const path = ['scores', at];
    const leaf = leaves.find(({ id }) => id === given.itemId);
    if (!leaf) {
      rules.add('UNKNOWN_ITEM', [...path, 'itemId']);
    } else if (!leaf.isLeaf) {
      rules.add('NOT_A_LEAF', [...path, 'itemId']);
    } else {
      if (seen.has(leaf.id)) {
        rules.add('DUPLICATE_ITEM', [...path, 'itemId']);
      }
      seen.add(leaf.id);
      checkScore(rules, given.score, trimmed(leaf.weight), [...path, 'score']);
      checkRevision(rules, leaf, given.expectedRevision, [...path, 'expectedRevision']);
    }
    if (given.evidence != null) {
      rules.prose(given.evidence, [...path, 'evidence'], MAX_EVIDENCE, leaf?.evidence);
    }
  });
  return rules;
}

function checkRevision(
  rules: InputRules,
  { revision }: Leaf,
  expected: number | null | undefined,
  path: Path,
): void {
  if (expected == null || expected === revision) return;
  rules.add('REVISION_CHANGED', path, { revision });
}

/** Sum of a group's items, or its own score if it has none; null until all are given. */
export function scoreOfGroup(
  group: Pick<Leaf, 'isLeaf' | 'score'>,
  items: readonly Pick<Leaf, 'score'>[],
): string | null {
  return group.isLeaf ? group.score && trimmed(group.score) : sumOfAll(items.map(({ score }) => score));
}

/** Sum of all leaves; null until every leaf is scored. */
export function totalOf(leaves: readonly Pick<Leaf, 'isLeaf' | 'score'>[]): string | null {
  return sumOfAll(leaves.filter(({ isLeaf }) => isLeaf).map(({ score }) => score));
}

export function gradeOfTotal(total: string | null): Grade | null {
  return total === null ? null : gradeOf(total);
}

function sumOfAll(scores: readonly (string | null)[]): string | null {
  const given = scores.filter((score) => score !== null);
  return given.length === scores.length ? trimmed(sumOf(given)) : null;
}

function sumOf(values: readonly string[]): Big {
  return values.reduce((sum, value) => sum.plus(value), exact('0'));
}
