import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { Field, type Mistake, mistakesAt } from '../../forms/field';
import { ReasonDialog } from '../../forms/reason-dialog';
import { useDraft } from '../../forms/use-draft';
import {
  type FindingDetailFragment,
  RespondToFindingDocument,
  ReviewResponseDocument,
  WithdrawFindingDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import type { FindingStep } from './steps';

const CLASSES = { respond: 'primary', accept: 'primary', sendBack: '', withdraw: '' } as const;
/** The field of a step's text, as the API calls it, and how long it may be. */
const FIELDS = { respond: ['response', 4000], accept: ['review', 2000], sendBack: ['review', 2000] } as const;

/** The steps that are open to the member with a finding. */
export function FindingSteps({
  finding,
  steps,
}: {
  readonly finding: FindingDetailFragment;
  readonly steps: readonly FindingStep[];
}): ReactNode {
  const { assessments: messages } = texts();
  const [step, setStep] = useState<FindingStep>();
  const close = (): void => {
    setStep(undefined);
  };
  if (steps.length === 0) return null;
  return (
    <div className="actions screen-only">
      {steps.map((it) => (
        <button
          key={it}
          type="button"
          className={`button ${CLASSES[it]}`}
          onClick={() => {
            setStep(it);
          }}
        >
          {messages[it]}
        </button>
      ))}
      {step === 'withdraw' && (
        <ReasonDialog
          title={messages.withdraw}
          hint={messages.withdrawHint}
          take={async (reason) =>
            (await ask(WithdrawFindingDocument, { id: finding.id, reason })).withdrawFinding.userErrors
          }
          onClose={close}
        />
      )}
      {step !== undefined && step !== 'withdraw' && (
        <TextDialog key={step} finding={finding} step={step} onClose={close} />
      )}
    </div>
  );
}

/** A response or a review, whose text is kept until it is sent. */
function TextDialog({
  finding,
  step,
  onClose,
}: {
  readonly finding: FindingDetailFragment;
  readonly step: Exclude<FindingStep, 'withdraw'>;
  readonly onClose: () => void;
}): ReactNode {
  const { assessments: messages, forms } = texts();
  const [draft, change, forget] = useDraft(`${step}:${finding.id}`, { text: '' });
  const [field, maxLength] = FIELDS[step];
  const take = async (): Promise<readonly Mistake[]> => {
    const key = draft.requestKey;
    const text = draft.text.trim();
    if (text === '' && step !== 'accept') return [{ message: forms.required, path: [field] }];
    const refusals =
      step === 'respond'
        ? (await ask(RespondToFindingDocument, { id: finding.id, response: text, key })).respondToFinding
        : (
            await ask(ReviewResponseDocument, {
              input: {
                findingId: finding.id,
                accepted: step === 'accept',
                review: text || null,
                idempotencyKey: key,
              },
            })
          ).reviewResponse;
    if (refusals.userErrors.length === 0) forget();
    return refusals.userErrors;
  };
  return (
    <ReasonDialog
      title={messages[step]}
      hint={messages[`${step}Hint`]}
      hasReason={false}
      fieldNames={[field]}
      fields={(mistakes) => (
        <Field label={messages[field]} mistakes={mistakesAt(mistakes, field)}>
          {(attributes) => (
            <textarea
              {...attributes}
              className="input"
              maxLength={maxLength}
              rows={6}
              value={draft.text}
              onChange={(event) => {
                change({ text: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      take={take}
      onClose={onClose}
    />
  );
}
