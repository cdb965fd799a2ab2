import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  CloseEvaluationDocument,
  type EvaluationDetailFragment,
  VoidEvaluationDocument,
} from '../../generated/graphql';
import { evaluationTexts } from '../../messages/evaluations';
import { useMay, useViewer } from '../../session/viewer';
import { EvaluationTree } from './evaluation-tree';
import { ScoringForm } from './scoring-form';

type Step = 'close' | 'void';

/** One evaluation: its tree with the scores, and what its own party may do with it. */
export function EvaluationView({ evaluation }: { readonly evaluation: EvaluationDetailFragment }): ReactNode {
  const messages = evaluationTexts();
  const isOwn = useViewer().organisation.kind === evaluation.party;
  const mayWrite = useMay('evaluation.write') && isOwn;
  const [step, setStep] = useState<Step>();
  const { name, party, fiscalYear, voidReason, total } = evaluation;
  const state = stateOf(evaluation);
  const steps: Step[] = [
    ...(state === 'OPEN' && total !== null ? (['close'] as const) : []),
    ...(state === 'VOID' ? [] : (['void'] as const)),
  ];
  return (
    <section className="section">
      <div className="section-head">
        <h2>{name}</h2>
        <span className={`badge ${state}`}>{messages.states[state]}</span>
        <span className="soft">
          {messages.parties[party]}
          {fiscalYear !== null && ` · ${messages.fiscalYear(fiscalYear)}`}
        </span>
        {mayWrite && (
          <span className="page-tools screen-only">
            {steps.map((it) => (
              <button
                key={it}
                type="button"
                className={it === 'close' ? 'button primary' : 'button danger'}
                onClick={() => {
                  setStep(it);
                }}
              >
                {messages[it]}
              </button>
            ))}
          </span>
        )}
      </div>
      {voidReason !== null && <p className="notice">{messages.voided(voidReason)}</p>}
      {mayWrite && state === 'OPEN' ? (
        <ScoringForm evaluation={evaluation} />
      ) : (
        <EvaluationTree evaluation={evaluation} />
      )}
      {step && (
        <StepDialog
          step={step}
          id={evaluation.id}
          onClose={() => {
            setStep(undefined);
          }}
        />
      )}
    </section>
  );
}

function stateOf({ voidedAt, closedAt }: EvaluationDetailFragment): 'OPEN' | 'CLOSED' | 'VOID' {
  if (voidedAt !== null) return 'VOID';
  return closedAt === null ? 'OPEN' : 'CLOSED';
}

function StepDialog({
  step,
  id,
  onClose,
}: {
  readonly step: Step;
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const messages = evaluationTexts();
  return (
    <ReasonDialog
      title={messages[step]}
      hint={messages[`${step}Hint`]}
      hasReason={step === 'void'}
      isDangerous={step === 'void'}
      take={async (reason, key) =>
        step === 'close'
          ? (await ask(CloseEvaluationDocument, { id })).closeEvaluation.userErrors
          : (await ask(VoidEvaluationDocument, { id, reason, key })).voidEvaluation.userErrors
      }
      onClose={onClose}
    />
  );
}
