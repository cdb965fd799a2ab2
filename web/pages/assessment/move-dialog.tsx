import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { ReasonDialog } from '../../forms/reason-dialog';
import { type AssessmentDetailFragment, MoveAssessmentDocument } from '../../generated/graphql';
import { texts } from '../../messages';

const FIELDS = ['from', 'to', 'onsiteOn'] as const;

/** Gives an open assessment other days. */
export function MoveDialog({
  assessment: { id, from, to, onsiteOn },
  onClose,
}: {
  readonly assessment: AssessmentDetailFragment;
  readonly onClose: () => void;
}): ReactNode {
  const { assessments: messages, forms } = texts();
  const [days, setDays] = useState({ from, to, onsiteOn: onsiteOn ?? '' });
  return (
    <ReasonDialog
      title={messages.steps.move}
      hint={messages.stepHints.move}
      hasReason={false}
      fieldNames={FIELDS}
      fields={(mistakes) =>
        FIELDS.map((field) => (
          <TextField
            key={field}
            label={messages[field]}
            hint={forms.dayHint}
            mistakes={mistakesAt(mistakes, field)}
            value={days[field]}
            onChange={(day) => {
              setDays({ ...days, [field]: day });
            }}
          />
        ))
      }
      take={async () => {
        const reading = new Reading();
        const [first, last, onsite] = FIELDS.map((field) => reading.dayOrNull(days[field], field));
        if (reading.mistakes.length > 0) return reading.mistakes;
        const input = { assessmentId: id, from: first, to: last, onsiteOn: onsite };
        return (await ask(MoveAssessmentDocument, { input })).moveAssessment.userErrors;
      }}
      onClose={onClose}
    />
  );
}
