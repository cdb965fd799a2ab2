import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { queries, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import {
  type AgreementDetailFragment,
  AgreementDetailsDocument,
  RenewAgreementDocument,
  type RenewAgreementInput,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useViewer } from '../../session/viewer';
import { Answered, Failure } from '../../ui/answered';
import { daysAfter } from '../../ui/days';
import { moneyText } from '../../ui/decimals';
import { UserErrors } from '../../ui/user-errors';
import { addressOfAgreement } from './addresses';
import { Neighbour } from './agreement-parts';
import { type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';

/** Registers an agreement for the days after this one. */
export function RenewalForm({ id }: { readonly id: string }): ReactNode {
  const { agreements: messages } = texts();
  const query = useOperation(AgreementDetailsDocument, { agreement: id });
  return (
    <Answered query={query}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.renew}
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
  const { agreements: messages, forms } = texts();
  const isBureau = useViewer().organisation.kind === 'SUPERVISOR';
  const [draft, change, forget] = useDraft(`renewal:${agreement.id}`, {
    startsOn: daysAfter(agreement.endsOn, 1),
    endsOn: '',
    annualFee: '',
    withTargets: true,
    asProposal: false,
  });
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const [, go] = useAddress();
  const leave = (to: string): void => {
    forget();
    go({ agreement: to, renew: null }, { replace: true });
  };
  const renewal = useMutation({
    mutationFn: async (input: RenewAgreementInput) =>
      (await ask(RenewAgreementDocument, { input })).renewAgreement,
    onSettled: async () => queries.invalidateQueries(),
    onSuccess: ({ agreement: renewed, userErrors }) => {
      setMistakes(userErrors);
      if (renewed) leave(renewed.id);
    },
  });
  const send = (): void => {
    const reading = new Reading();
    const input = {
      agreementId: agreement.id,
      startsOn: reading.day(draft.startsOn, 'startsOn'),
      endsOn: reading.day(draft.endsOn, 'endsOn'),
      annualFee: reading.numberOrNull(draft.annualFee, 'annualFee'),
      withTargets: draft.withTargets,
      asProposal: isBureau && draft.asProposal,
      idempotencyKey: draft.requestKey,
    };
    setMistakes(reading.mistakes);
    if (reading.mistakes.length === 0) renewal.mutate(input);
  };
  const fields = [
    ['startsOn', messages.firstDay, forms.dayHint],
    ['endsOn', messages.fields.endsOn, forms.dayHint],
    ['annualFee', messages.fields.annualFee, messages.now(moneyText(agreement.annualFee))],
  ] as const;
  const checks = [
    ['withTargets', messages.withTargets],
    ...(isBureau ? [['asProposal', messages.asProposal] as const] : []),
  ] as const;
  const elsewhere = mistakes.filter((it) => !fields.some(([field]) => mistakesAt([it], field).length > 0));
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
        {messages.renewHint} {forms.kept}
      </p>
      {agreement.renewedBy.length > 0 && (
        <div className="notice">
          {messages.renewedAlready}
          {agreement.renewedBy.map((next) => (
            <Neighbour key={next.id} agreement={next} />
          ))}
        </div>
      )}
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
      {checks.map(([field, label]) => (
        <label key={field} className="check">
          <input
            type="checkbox"
            checked={draft[field]}
            onChange={(event) => {
              change({ [field]: event.target.checked });
            }}
          />
          {label}
        </label>
      ))}
      {renewal.error && <Failure error={renewal.error} />}
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            leave(agreement.id);
          }}
        >
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={renewal.isPending}>
          {messages.submitRenewal}
        </button>
      </div>
    </form>
  );
}
