import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type { CreateEvaluationInput } from '../../generated/graphql';
import { evaluationTexts } from '../../messages/evaluations';
import { addDecimals, type Decimal } from '../../ui/decimals';

export interface GroupDraft {
  readonly name: string;
  readonly weight: string;
  /** A line each, name and weight. */
  readonly items: string;
}

export const EMPTY_GROUP: GroupDraft = { name: '', weight: '', items: '' };

/** An evaluation as it is typed. */
export const EMPTY_TREE = { name: '', fiscalYear: '', groups: [EMPTY_GROUP] as readonly GroupDraft[] };

type TreeDraft = typeof EMPTY_TREE;

type Tree = Omit<CreateEvaluationInput, 'agreementId' | 'idempotencyKey'>;

/** What is sent, or what cannot be read of it. */
export function treeOf({ name, fiscalYear, groups }: TreeDraft): {
  readonly tree: Tree;
  readonly mistakes: readonly Mistake[];
} {
  const reading = new Reading();
  reading.required(name, 'name');
  const year = reading.numberOrNull(fiscalYear, 'fiscalYear');
  if (year !== null && !/^\d{4}$/.test(year) && reading.mistakes.length < 2)
    reading.wrong(evaluationTexts().wholeYear, 'fiscalYear');
  const tree = {
    name,
    fiscalYear: year === null ? null : Number(year),
    groups: groups.map((group, at) => {
      const path = ['groups', String(at)];
      reading.required(group.name, ...path, 'name');
      return {
        name: group.name,
        weight: reading.number(group.weight, ...path, 'weight'),
        items: linesOf(group.items).map((line, index) => {
          const [, item = line, weight = ''] = /^(.+?)[:：]([^:：]*)$/.exec(line) ?? [];
          return {
            name: item.trim(),
            weight: reading.number(weight, ...path, 'items', String(index), 'weight'),
          };
        }),
      };
    }),
  };
  return { tree, mistakes: reading.mistakes };
}

/** What the weights of the groups add up to so far; what cannot be read counts as nothing. */
export function weightSoFar(groups: readonly GroupDraft[]): Decimal {
  return groups
    .map(({ weight }) => new Reading().numberOrNull(weight) ?? '0')
    .filter((weight) => /^\d+(\.\d+)?$/.test(weight))
    .reduce(addDecimals, '0');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
