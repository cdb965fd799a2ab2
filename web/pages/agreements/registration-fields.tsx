import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { Field, type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import {
  type AgreementDetailFragment,
  RegisterAgreementDocument,
  type RegisterAgreementInput,
  ReviseProposalDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useViewer } from '../../session/viewer';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { CycleChoice } from './cycle-choice';
import { CONDITIONS, LISTS, type Registration, registrationOf, withLine } from './registration';
import { PartyFields, StationFields } from './registration-parties';

/** All that a registration says: a new one, or a proposal that is revised. */
export function RegistrationFields({
  name,
  initial,
  proposal,
}: {
  /** Of the draft. */
  readonly name: string;
  readonly initial: Registration;
  /** What is revised: its parties and its cycle stay. */
  readonly proposal: Pick<AgreementDetailFragment, 'id' | 'cycle' | 'cycleYear'> | null;
}): ReactNode {
  const { agreements: messages, forms } = texts();
  const { organisation } = useViewer();
  const isBureau = organisation.kind === 'SUPERVISOR';
  const [draft, change, forget] = useDraft(name, initial);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const [, go] = useAddress();
  const leave = (to: string | null): void => {
    forget();
    go({ agreement: to, register: null, revise: null }, { replace: true });
  };
  const registration = useMutation({
    mutationFn: async (input: RegisterAgreementInput) =>
      proposal
        ? (await ask(ReviseProposalDocument, { id: proposal.id, input })).reviseProposal
        : (await ask(RegisterAgreementDocument, { input })).registerAgreement,
    onSettled: async () => queries.invalidateQueries(),
    onSuccess: ({ agreement, userErrors }) => {
      setMistakes(userErrors.map(({ message, path }) => withLine({ message, path }, messages)));
      if (agreement) leave(agreement.id);
    },
  });
  const send = (): void => {
    const read = registrationOf(draft, messages);
    setMistakes(read.mistakes.map((it) => withLine(it, messages)));
    if (read.mistakes.length > 0) return;
    const cycle = proposal && { cycleId: proposal.cycle?.id ?? null, cycleYear: proposal.cycleYear };
    registration.mutate({ ...read.input, ...cycle, idempotencyKey: draft.requestKey });
  };
  const elsewhere = mistakes.filter((it) => !SHOWN.some((field) => mistakesAt([it], field).length > 0));
  const text = (field: TextName, label: string, hint?: string): ReactNode => (
    <TextField
      key={field}
      label={label}
      hint={hint}
      mistakes={mistakesAt(mistakes, field)}
      value={draft[field]}
      onChange={(value) => {
        change({ [field]: value });
      }}
    />
  );
  return (
    <form
      ref={form}
      className="form long-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="soft">
        {proposal ? messages.reviseHint : isBureau ? messages.registerHintBureau : messages.registerHint}{' '}
        {forms.kept}
      </p>
      <UserErrors errors={elsewhere} />
      {!proposal && (
        <>
          <StationFields draft={draft} mistakes={mistakes} onChange={change} />
          <PartyFields draft={draft} mistakes={mistakes} onChange={change} />
          <CycleChoice draft={draft} mistakes={mistakes} onChange={change} />
        </>
      )}
      <div className="fields">
        {text('startsOn', messages.firstDay, forms.dayHint)}
        {text('endsOn', messages.fields.endsOn, forms.dayHint)}
        {text('annualFee', messages.fee)}
        {text('requiredPosts', messages.posts)}
        {text('requiredCertifiedShare', messages.share, messages.shareHint)}
      </div>
      <div className="fields wide">
        {LISTS.map((field) => (
          <Field
            key={field}
            label={messages.lists[field]}
            hint={messages[`${field}Hint`]}
            mistakes={mistakesAt(mistakes, field)}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                className="input"
                rows={4}
                value={draft[field]}
                onChange={(event) => {
                  change({ [field]: event.target.value });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.allowGaps}
          onChange={(event) => {
            change({ allowGaps: event.target.checked });
          }}
        />
        {messages.allowGaps}
      </label>
      <fieldset className="target-lines">
        <legend>{messages.instalments}</legend>
        {mistakesAt(mistakes, 'instalments').map(({ message }) => (
          <p key={message} className="problem" role="alert">
            {message}
          </p>
        ))}
        <div className="fields">
          {CONDITIONS.map((condition) => text(condition, messages.conditions[condition], messages.ratioHint))}
        </div>
      </fieldset>
      <div className="fields">
        {text('contractNumber', messages.contractNumber)}
        {text('signedOn', messages.signedOn)}
      </div>
      {isBureau && !proposal && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.asProposal}
            onChange={(event) => {
              change({ asProposal: event.target.checked });
            }}
          />
          {messages.asProposal}
        </label>
      )}
      {registration.error && <Failure error={registration.error} />}
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            leave(proposal?.id ?? null);
          }}
        >
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={registration.isPending}>
          {proposal ? messages.submitRevision : messages.submitRegistration}
        </button>
      </div>
    </form>
  );
}

const TEXTS = [
  ...(['startsOn', 'endsOn', 'annualFee', 'requiredPosts', 'requiredCertifiedShare'] as const),
  ...(['contractNumber', 'signedOn', 'SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED'] as const),
];

type TextName = (typeof TEXTS)[number];

/** Where mistakes have a place of their own. */
const SHOWN: readonly string[] = [
  ...TEXTS,
  ...LISTS,
  'instalments',
  'operatorId',
  'purchaserId',
  'serviceModel',
  'stationId',
  'cycleId',
  'cycleYear',
  'newStation.name',
  'newStation.street',
  'newStation.districtCode',
];
