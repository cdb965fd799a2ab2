import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  SetStaffingParametersDocument,
  type SetStaffingParametersInput,
  StaffingRulesDocument,
  type StaffingRulesQuery,
} from '../../generated/graphql';
import { rosterTexts } from '../../messages/roster';
import { Answered, Skeleton } from '../../ui/answered';
import { Dialog } from '../../ui/dialog';

type Rules = NonNullable<StaffingRulesQuery['agreement']>['staffingParameters'];

const FIELDS = [
  'requiredPosts',
  'requiredCertifiedShare',
  'halfAfterDay',
  'practiceYears',
  'certifiedAfterMonths',
] as const;

/** 人员配备规则 of an agreement, by which its staff is counted. */
export function ParametersDialog({
  agreementId,
  onClose,
}: {
  readonly agreementId: string;
  readonly onClose: () => void;
}): ReactNode {
  const query = useOperation(StaffingRulesDocument, { agreement: agreementId });
  return (
    <Dialog title={rosterTexts().rules} onClose={onClose}>
      <Answered query={query} skeleton={<Skeleton lines={6} />}>
        {({ agreement }) =>
          agreement && (
            <ParametersForm agreementId={agreementId} rules={agreement.staffingParameters} onDone={onClose} />
          )
        }
      </Answered>
    </Dialog>
  );
}

function ParametersForm({
  agreementId,
  rules,
  onDone,
}: {
  readonly agreementId: string;
  readonly rules: Rules;
  readonly onDone: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const [draft, change, forget] = useDraft(`staffing-rules:${agreementId}`, {
    requiredPosts: rules.requiredPosts ?? '',
    requiredCertifiedShare: rules.requiredCertifiedShare ?? '',
    halfAfterDay: String(rules.halfAfterDay),
    practiceYears: String(rules.practiceYears),
    certifiedAfterMonths: String(rules.certifiedAfterMonths),
  });
  const leave = (): void => {
    forget();
    onDone();
  };
  // What is set to a value twice has it: no key is needed.
  const sending = useSending(
    async (input: SetStaffingParametersInput) =>
      (await ask(SetStaffingParametersDocument, { input })).setStaffingParameters.userErrors,
    leave,
  );
  const send = (): void => {
    const reading = new Reading();
    const input = {
      agreementId,
      requiredPosts: reading.numberOrNull(draft.requiredPosts, 'requiredPosts'),
      requiredCertifiedShare: reading.numberOrNull(draft.requiredCertifiedShare, 'requiredCertifiedShare'),
      halfAfterDay: reading.count(draft.halfAfterDay, 'halfAfterDay'),
      practiceYears: reading.count(draft.practiceYears, 'practiceYears'),
      certifiedAfterMonths: reading.count(draft.certifiedAfterMonths, 'certifiedAfterMonths'),
    };
    sending.send({ input, mistakes: reading.mistakes });
  };
  return (
    <Form
      sending={sending}
      fields={FIELDS}
      submit={messages.setRules}
      hint={messages.rulesHint}
      onSubmit={send}
      onDiscard={leave}
    >
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={messages.ruleFields[field]}
          hint={messages.ruleHints[field]}
          mistakes={mistakesAt(sending.mistakes, field)}
          value={draft[field]}
          onChange={(value) => {
            change({ [field]: value });
          }}
        />
      ))}
    </Form>
  );
}
