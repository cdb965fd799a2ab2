import type { AssessmentLineFragment } from '../generated/graphql';
import type { Messages } from '../messages';

type Score = Pick<AssessmentLineFragment['scores'][number], 'party' | 'name' | 'scoredAt'>;

/** What a party is called; one without an account by its own name. */
export function partyName(
  { party, name }: Pick<Score, 'party' | 'name'>,
  { parties }: Messages['terms'],
): string {
  return name ?? parties[party];
}

/** The parties whose score is missing. */
export function missingScores<Of extends Score>(scores: readonly Of[]): Of[] {
  return scores.filter(({ scoredAt }) => scoredAt === null);
}
