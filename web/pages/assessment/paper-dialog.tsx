import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { partyName } from '../../assessments/parties';
import { Choice } from '../../forms/choice';
import { mistakesAt } from '../../forms/field';
import { ReasonDialog } from '../../forms/reason-dialog';
import { type AssessmentDetailFragment, EnterPaperScoreDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { today } from '../../ui/days';
import { givenScore, scoreDraft } from './given-score';
import { scoreFieldNames, ScoreFields } from './score-fields';
import { paperParts } from './steps';

/** Enters what a party gave on paper. */
export function PaperDialog({
  assessment,
  onClose,
}: {
  readonly assessment: AssessmentDetailFragment;
  readonly onClose: () => void;
}): ReactNode {
  const { assessments: messages, forms, terms } = texts();
  const parts = paperParts(assessment, today());
  const [chosen, setChosen] = useState(parts.length === 1 ? '0' : '');
  const part = parts[Number(chosen || NaN)];
  const [draft, setDraft] = useState(scoreDraft(part ?? { score: null, items: [] }));
  return (
    <ReasonDialog
      title={messages.steps.paper}
      hint={messages.stepHints.paper}
      fieldNames={['party', 'name', ...(part ? scoreFieldNames(part) : [])]}
      fields={(mistakes) => (
        <>
          <Choice
            label={messages.party}
            mistakes={['party', 'name'].flatMap((field) => mistakesAt(mistakes, field))}
            value={chosen}
            options={parts.map((it, at) => [String(at), partyName(it, terms)])}
            onChange={(at) => {
              setChosen(at);
              setDraft(scoreDraft(parts[Number(at)] ?? { score: null, items: [] }));
            }}
          />
          {part && (
            <ScoreFields
              part={part}
              draft={draft}
              mistakes={mistakes}
              onChange={(changes) => {
                setDraft({ ...draft, ...changes });
              }}
            />
          )}
        </>
      )}
      take={async (reason) => {
        if (!part) return [{ message: forms.pleaseChoose, path: ['party'] }];
        const { score, items, mistakes } = givenScore(part, draft);
        if (mistakes.length > 0) return mistakes;
        const { party, name } = part;
        const input = { assessmentId: assessment.id, party, name, score, items, reason };
        return (await ask(EnterPaperScoreDocument, { input })).enterPaperScore.userErrors;
      }}
      onClose={onClose}
    />
  );
}
