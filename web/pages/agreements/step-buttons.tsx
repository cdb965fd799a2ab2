import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '../../forms/reason-dialog';
import { texts } from '../../messages';
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
  const { take, takeHint, ofRevision } = texts().agreements;
  // With the revision that was current when it was opened: what the member has read.
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
        <ReasonDialog
          title={take[opened.step]}
          hint={
            opened.step === 'confirmAgreement'
              ? `${takeHint[opened.step]} ${ofRevision(opened.revision)}`
              : takeHint[opened.step]
          }
          hasReason={!WITHOUT_REASON.includes(opened.step)}
          isDangerous={opened.step === 'voidAgreement'}
          take={async (reason) => takeStep(opened.step, { ...opened, reason })}
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
