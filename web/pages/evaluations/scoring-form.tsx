import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { type Mistake, mistakesAt, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import {
  type EvaluationDetailFragment,
  type EvaluationScoreInput,
  ScoreEvaluationItemsDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { evaluationTexts } from '../../messages/evaluations';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { EvaluationTree, LeafHistory } from './evaluation-tree';
import { atLeaves, type Leaf, type LeafDraft, leafDraft, NO_DRAFTS, leavesOf, scoresOf } from './leaf-scores';

/** Scores the leaves of one's own evaluation; what was changed is saved together. */
export function ScoringForm({ evaluation }: { readonly evaluation: EvaluationDetailFragment }): ReactNode {
  const messages = evaluationTexts();
  const { forms } = texts();
  const [{ requestKey, leaves: drafts }, change, forget] = useDraft(`evaluation:${evaluation.id}`, NO_DRAFTS);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const scoring = useMutation({
    mutationFn: async (scores: EvaluationScoreInput[]) => {
      const input = { evaluationId: evaluation.id, scores, idempotencyKey: requestKey };
      return (await ask(ScoreEvaluationItemsDocument, { input })).scoreEvaluationItems.userErrors;
    },
    onSuccess: async (refusals, sent) => {
      setMistakes(atLeaves(refusals, sent));
      if (refusals.length > 0) return;
      await queries.invalidateQueries();
      forget();
    },
  });
  const read = scoresOf(leavesOf(evaluation.groups), drafts);
  const send = (): void => {
    setMistakes(read.mistakes);
    if (read.mistakes.length === 0) scoring.mutate(read.scores);
  };
  return (
    <form
      ref={form}
      className="form scoring"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="soft screen-only">
        {messages.scoringHint} {forms.kept}
      </p>
      <UserErrors errors={mistakes.filter(({ path }) => path.length === 0)} />
      <EvaluationTree
        evaluation={evaluation}
        leaf={(leaf) => (
          <LeafFields
            leaf={leaf}
            draft={drafts[leaf.id] ?? leafDraft(leaf)}
            mistakes={mistakesAt(mistakes, leaf.id)}
            onChange={(changes) => {
              change({
                leaves: { ...drafts, [leaf.id]: { ...(drafts[leaf.id] ?? leafDraft(leaf)), ...changes } },
              });
            }}
          />
        )}
      />
      {scoring.error && <Failure error={scoring.error} />}
      <div className="actions screen-only">
        {read.scores.length > 0 && (
          <button type="button" className="button" onClick={forget}>
            {forms.discard}
          </button>
        )}
        <button
          type="submit"
          className="button primary"
          disabled={scoring.isPending || read.scores.length === 0}
        >
          {messages.save}
        </button>
      </div>
    </form>
  );
}

function LeafFields({
  leaf,
  draft,
  mistakes,
  onChange,
}: {
  readonly leaf: Leaf;
  readonly draft: LeafDraft;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<LeafDraft>) => void;
}): ReactNode {
  const messages = evaluationTexts();
  const about = useId();
  return (
    <>
      <td data-label={messages.score}>
        <input
          className="input number leaf-score"
          aria-label={messages.scoreOf(leaf.name)}
          aria-invalid={mistakes.length > 0}
          aria-describedby={about}
          inputMode="decimal"
          value={draft.score}
          onChange={(event) => {
            onChange({ score: event.target.value });
          }}
        />
      </td>
      <td className="text wrap evidence" data-label={messages.evidence}>
        <div>
          <textarea
            className="input"
            rows={1}
            aria-label={messages.evidenceOf(leaf.name)}
            maxLength={4000}
            value={draft.evidence}
            onChange={(event) => {
              onChange({ evidence: event.target.value });
            }}
          />
          <span id={about} className="field">
            {mistakes.map(({ message }) => (
              <span key={message} className="wrong" role="alert">
                {message}
              </span>
            ))}
          </span>
          <LeafHistory leaf={leaf} />
        </div>
      </td>
    </>
  );
}
