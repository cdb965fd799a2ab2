import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { queries } from '../../api/queries';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { Dialog } from '../../ui/dialog';
import { UserErrors } from '../../ui/user-errors';
import { Field, mistakesAt } from './field';
import { type Step, WITHOUT_REASON } from './steps';
import { takeStep } from './take-step';

interface Subject {
  readonly id: string;
  readonly revision: number;
}

/** The steps that are open to the member, each in a dialog that says what it means. */
export function StepButtons({
  steps,
  subject,
}: {
  readonly steps: readonly Step[];
  readonly subject: Subject;
}): ReactNode {
  const { take } = texts().agreements;
  // With the revision that stood when it was opened: what the member has read.
  const [opened, setOpened] = useState<Subject & { readonly step: Step }>();
  return (
    <>
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          className={classOf(step)}
          onClick={() => {
            setOpened({ ...subject, step });
          }}
        >
          {take[step]}
        </button>
      ))}
      {opened && (
        <StepDialog
          {...opened}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </>
  );
}

function classOf(step: Step): string {
  if (step === 'voidAgreement') return 'button danger';
  return WITHOUT_REASON.includes(step) ? 'button primary' : 'button';
}

function StepDialog({
  step,
  id,
  revision,
  onClose,
}: Subject & { readonly step: Step; readonly onClose: () => void }): ReactNode {
  const { agreements: messages } = texts();
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: async () => takeStep(step, { id, revision, reason }),
    onSuccess: async (refusals) => {
      // The page shows the new state before the dialog goes.
      await queries.invalidateQueries();
      if (refusals.length === 0) onClose();
    },
  });
  const mistakes = mistakesAt(change.data ?? [], 'reason');
  return (
    <Dialog title={messages.take[step]} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <UserErrors errors={change.data?.filter((it) => !mistakes.includes(it))} />
        <p>{messages.takeHint[step]}</p>
        {!WITHOUT_REASON.includes(step) && (
          <Field label={messages.reason} mistakes={mistakes}>
            {(attributes) => (
              <textarea
                {...attributes}
                className="input"
                value={reason}
                required
                maxLength={500}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
        )}
        {change.error && <Failure error={change.error} />}
        <div className="actions">
          <button
            type="submit"
            className={step === 'voidAgreement' ? 'button danger' : 'button primary'}
            disabled={change.isPending}
          >
            {messages.take[step]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
