import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { Choice } from '../../forms/choice';
import { mistakesAt } from '../../forms/field';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  type AssessmentDetailFragment,
  OperatorTiesDocument,
  ReplaceAssessorDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useOrganisations } from '../../place/use-organisations';

/** Assigns another assessor, one without a tie to the operator. */
export function ReplaceDialog({
  assessment: { id, assessor, agreement },
  onClose,
}: {
  readonly assessment: AssessmentDetailFragment;
  readonly onClose: () => void;
}): ReactNode {
  const { assessments: messages, forms } = texts();
  const [assessorId, setAssessorId] = useState('');
  const { data: assessors = [] } = useOrganisations('ASSESSOR');
  const { data } = useOperation(OperatorTiesDocument, {});
  const tied = (data?.declaredTies ?? [])
    .filter(({ operator }) => operator.id === agreement.operator.id)
    .map((tie) => tie.assessor.id);
  const free = assessors.filter((it) => ![assessor.id, ...tied].includes(it.id));
  return (
    <ReasonDialog
      title={messages.steps.replace}
      hint={messages.stepHints.replace}
      fieldNames={['assessorId']}
      fields={(mistakes) => (
        <Choice
          label={messages.newAssessor}
          hint={messages.freeAssessor}
          mistakes={mistakesAt(mistakes, 'assessorId')}
          value={assessorId}
          options={free.map((it) => [it.id, it.name])}
          onChange={setAssessorId}
        />
      )}
      take={async (reason) => {
        if (assessorId === '') return [{ message: forms.pleaseChoose, path: ['assessorId'] }];
        const input = { assessmentId: id, assessorId, reason };
        return (await ask(ReplaceAssessorDocument, { input })).replaceAssessor.userErrors;
      }}
      onClose={onClose}
    />
  );
}
