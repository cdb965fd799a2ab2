import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type { EvaluationDetailFragment, EvaluationScoreInput } from '../../generated/graphql';

type Group = EvaluationDetailFragment['groups'][number];
export type Leaf = Pick<Group, 'id' | 'name' | 'weight' | 'score' | 'evidence' | 'revision' | 'history'>;

/** What is typed at leaves, by their ids; a leaf that nothing was typed at is not there. */
type LeafDrafts = Readonly<Record<string, LeafDraft>>;

export const NO_DRAFTS: { readonly leaves: LeafDrafts } = { leaves: {} };

export interface LeafDraft {
  readonly score: string;
  readonly evidence: string;
  /** The revision that was current when it was typed. */
  readonly revision: number;
}

/** What is scored: items, and groups without any. */
export function leavesOf(groups: readonly Group[]): Leaf[] {
  return groups.flatMap((group): Leaf[] => (group.items.length === 0 ? [group] : [...group.items]));
}

export function leafDraft({ score, evidence, revision }: Leaf): LeafDraft {
  return { score: score ?? '', evidence: evidence ?? '', revision };
}

/** The leaves that were changed, as they are sent, or what cannot be read of them: named by the leaf's id. */
export function scoresOf(
  leaves: readonly Leaf[],
  drafts: LeafDrafts,
): { readonly scores: EvaluationScoreInput[]; readonly mistakes: readonly Mistake[] } {
  const reading = new Reading();
  const changed = leaves.flatMap((leaf) => {
    const draft = drafts[leaf.id];
    const now = leafDraft(leaf);
    const isSame = !draft || (draft.score === now.score && draft.evidence === now.evidence);
    return isSame ? [] : [{ leaf, draft }];
  });
  const scores = changed.map(({ leaf: { id }, draft }) => ({
    itemId: id,
    score: reading.number(draft.score, id, 'score'),
    evidence: draft.evidence.trim() || null,
    expectedRevision: draft.revision,
  }));
  return { scores, mistakes: reading.mistakes };
}

/** Mistakes of the API, which counts what was sent, by the ids of the leaves. */
export function atLeaves(
  refusals: readonly Mistake[],
  sent: readonly Pick<EvaluationScoreInput, 'itemId'>[],
): Mistake[] {
  return refusals.map(({ message, path: [list, at, ...field] }) => {
    const id = list === 'scores' ? sent[Number(at)]?.itemId : undefined;
    return { message, path: id === undefined ? [] : [String(id), ...field] };
  });
}
