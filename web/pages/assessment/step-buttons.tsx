import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  type AssessmentDetailFragment,
  CancelAssessmentDocument,
  CloseAssessmentDocument,
  RequestAssessorDocument,
  UnsealScoresDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { MoveDialog } from './move-dialog';
import { PaperDialog } from './paper-dialog';
import { ReplaceDialog } from './replace-dialog';
import type { Step } from './steps';

interface Props {
  readonly assessment: AssessmentDetailFragment;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<Step, (props: Props) => ReactNode>> = {
  close: CloseDialog,
  unseal: UnsealDialog,
  paper: PaperDialog,
  move: MoveDialog,
  replace: ReplaceDialog,
  request: RequestDialog,
  cancel: CancelDialog,
};

/** The steps that are open to the member, each in a dialog that says what it means. */
export function StepButtons({
  assessment,
  steps,
}: {
  readonly assessment: AssessmentDetailFragment;
  readonly steps: readonly Step[];
}): ReactNode {
  const messages = texts().assessments.steps;
  const [step, setStep] = useState<Step>();
  const Opened = step && DIALOGS[step];
  return (
    <>
      {steps.map((it) => (
        <button
          key={it}
          type="button"
          className={`button ${it === 'close' ? 'primary' : ''} ${it === 'cancel' ? 'danger' : ''}`}
          onClick={() => {
            setStep(it);
          }}
        >
          {messages[it]}
        </button>
      ))}
      {Opened && (
        <Opened
          assessment={assessment}
          onClose={() => {
            setStep(undefined);
          }}
        />
      )}
    </>
  );
}

function CloseDialog({ assessment: { id }, onClose }: Props): ReactNode {
  const { steps, stepHints } = texts().assessments;
  return (
    <ReasonDialog
      title={steps.close}
      hint={stepHints.close}
      hasReason={false}
      take={async () => (await ask(CloseAssessmentDocument, { id })).closeAssessment.userErrors}
      onClose={onClose}
    />
  );
}

function UnsealDialog({ assessment: { id }, onClose }: Props): ReactNode {
  const { steps, stepHints } = texts().assessments;
  return (
    <ReasonDialog
      title={steps.unseal}
      hint={stepHints.unseal}
      take={async (reason) => (await ask(UnsealScoresDocument, { id, reason })).unsealScores.userErrors}
      onClose={onClose}
    />
  );
}

function CancelDialog({ assessment: { id }, onClose }: Props): ReactNode {
  const { steps, stepHints } = texts().assessments;
  return (
    <ReasonDialog
      title={steps.cancel}
      hint={stepHints.cancel}
      isDangerous
      take={async (reason) =>
        (await ask(CancelAssessmentDocument, { id, reason })).cancelAssessment.userErrors
      }
      onClose={onClose}
    />
  );
}

function RequestDialog({ assessment: { id }, onClose }: Props): ReactNode {
  const { steps, stepHints } = texts().assessments;
  return (
    <ReasonDialog
      title={steps.request}
      hint={stepHints.request}
      take={async (reason, idempotencyKey) => {
        const input = { assessmentId: id, reason, idempotencyKey };
        return (await ask(RequestAssessorDocument, { input })).requestAssessor.userErrors;
      }}
      onClose={onClose}
    />
  );
}
