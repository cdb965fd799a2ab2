import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type { ScoreDetailFragment, SubScoreInput } from '../../generated/graphql';
import { addDecimals, type Decimal } from '../../ui/decimals';

type Part = Pick<ScoreDetailFragment, 'items'>;

/** A score as it is typed: by items where the scheme lists them, or as a whole. */
export interface ScoreDraft {
  readonly score: string;
  readonly items: readonly string[];
}

export function scoreDraft({ score, items }: Pick<ScoreDetailFragment, 'score' | 'items'>): ScoreDraft {
  return { score: score ?? '', items: items.map((item) => item.score ?? '') };
}

/** What is sent, or what cannot be read of it. The items add up to the score. */
export function givenScore(
  { items }: Part,
  draft: ScoreDraft,
): {
  readonly score: Decimal;
  readonly items: SubScoreInput[] | null;
  readonly mistakes: readonly Mistake[];
} {
  const reading = new Reading();
  if (items.length === 0) {
    return { score: reading.number(draft.score, 'score'), items: null, mistakes: reading.mistakes };
  }
  const given = items.map(({ name }, at) => ({
    name,
    score: reading.number(draft.items[at] ?? '', 'items', String(at), 'score'),
  }));
  const isRead = reading.mistakes.length === 0;
  return {
    score: isRead ? sumOf(given.map(({ score }) => score)) : '',
    items: given,
    mistakes: reading.mistakes,
  };
}

/** The sum of what is typed so far, where all of it can be read. */
export function sumSoFar(part: Part, draft: ScoreDraft): Decimal | undefined {
  const { score, mistakes } = givenScore(part, draft);
  return part.items.length > 0 && mistakes.length === 0 ? score : undefined;
}

function sumOf(scores: readonly Decimal[]): Decimal {
  return scores.reduce(addDecimals, '0');
}
