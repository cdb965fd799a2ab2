import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { queries, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import {
  type AgreementDetailFragment,
  AgreementDetailsDocument,
  type ProposeAmendmentInput,
  ProposeAmendmentDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useViewer } from '../../session/viewer';
import { Answered, Failure } from '../../ui/answered';
import { moneyText } from '../../ui/decimals';
import { UserErrors } from '../../ui/user-errors';
import { addressOfAgreement } from './addresses';
import { EMPTY, inputOf, type TextName, withoutEmptyLines } from './draft';
import { Field, type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { pathOfLine } from './part-draft';
import { PartLines } from './part-lines';
import { CONDITIONS } from './registration';
import { TargetLines } from './target-lines';
import { useDraft } from '../../forms/use-draft';

/** Proposes an amendment. */
export function AmendmentForm({ id }: { readonly id: string }): ReactNode {
  const { agreements: messages } = texts();
  const query = useOperation(AgreementDetailsDocument, { agreement: id });
  return (
    <Answered query={query}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.propose}
            about={
              <span className="soft">
                <Link href={addressOfAgreement(id)}>{agreement.station.name}</Link>{' '}
                {messages.range(agreement.startsOn, agreement.endsOn)}
              </span>
            }
          >
            <Fields agreement={agreement} />
          </PageFrame>
        )
      }
    </Answered>
  );
}

function Fields({ agreement }: { readonly agreement: AgreementDetailFragment }): ReactNode {
  const { agreements: messages, common, forms } = texts();
  const isBureau = useViewer().organisation.kind === 'SUPERVISOR';
  const [draft, change, forget] = useDraft(`amendment:${agreement.id}`, EMPTY);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const [, go] = useAddress();
  const leave = (): void => {
    forget();
    go({ amend: null }, { replace: true });
  };
  const proposal = useMutation({
    mutationFn: async (input: ProposeAmendmentInput) =>
      (await ask(ProposeAmendmentDocument, { input })).proposeAmendment.userErrors,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      await queries.invalidateQueries();
      leave();
    },
  });
  const send = (): void => {
    const typed = withoutEmptyLines(draft);
    change(typed);
    const read = inputOf(agreement.id, typed);
    setMistakes(read.mistakes);
    if (read.mistakes.length === 0) proposal.mutate({ ...read.input, idempotencyKey: draft.requestKey });
  };
  const now = (value: string | null): string => messages.now(value ?? common.none);
  const fields: readonly (readonly [field: TextName, label: string, hint?: string])[] = [
    ['effectiveOn', messages.effectiveOn, forms.dayHint],
    ...(isBureau ? [['documentNumber', messages.documentNumber, messages.documentHint] as const] : []),
    ['annualFee', messages.fields.annualFee, now(moneyText(agreement.annualFee))],
    ['endsOn', messages.fields.endsOn, `${now(agreement.endsOn)} · ${messages.endHint}`],
    ['requiredPosts', messages.fields.requiredPosts, now(agreement.requiredPosts)],
    [
      'requiredCertifiedShare',
      messages.fields.requiredCertifiedShare,
      `${now(agreement.requiredCertifiedShare)} · ${messages.shareHint}`,
    ],
    ...CONDITIONS.map((condition) => {
      const share = agreement.funding.instalments.find((it) => it.condition === condition)?.share ?? null;
      return [
        condition,
        messages.instalmentOf(messages.conditions[condition]),
        `${now(share)} · ${messages.ratioHint}`,
      ] as const;
    }),
  ];
  const shown = [
    ...fields.map(([field]) => field),
    'reason',
    ...draft.targets.map((_, at) => `targets.${at}`),
    ...draft.parts.map((_, at) => pathOfLine(draft.parts, at).join('.')),
  ];
  const elsewhere = mistakes.filter((it) => !shown.some((field) => mistakesAt([it], field).length > 0));
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
        {isBureau ? messages.formHintBureau : messages.formHint} {forms.kept}
      </p>
      <UserErrors errors={elsewhere} />
      <div className="fields">
        {fields.map(([field, label, hint]) => (
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
        ))}
      </div>
      <Field label={forms.reason} mistakes={mistakesAt(mistakes, 'reason')}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            maxLength={500}
            value={draft.reason}
            onChange={(event) => {
              change({ reason: event.target.value });
            }}
          />
        )}
      </Field>
      <PartLines
        agreement={agreement}
        lines={draft.parts}
        mistakes={mistakes}
        onChange={(parts) => {
          change({ parts });
        }}
      />
      {draft.parts.some(({ part }) => part === 'terms') && (
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
      )}
      <TargetLines agreement={agreement} draft={draft} mistakes={mistakes} onChange={change} />
      {proposal.error && <Failure error={proposal.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={leave}>
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={proposal.isPending}>
          {messages.submit}
        </button>
      </div>
    </form>
  );
}
