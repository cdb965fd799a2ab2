import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { CorrectRecordDocument, type RecordLineFragment, VoidRecordDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { textIn } from '../../ui/forms';
import { newRequestKey } from '../../ui/request-key';
import { UserErrors } from '../../ui/user-errors';

/** Corrects the quantities of a record, or voids it; each with a reason. */
export function CorrectionForm({
  record,
  onDone,
}: {
  readonly record: RecordLineFragment;
  readonly onDone: () => void;
}): ReactNode {
  const { records: messages } = texts();
  // The same for every try of this form: a repetition changes nothing.
  const [key] = useState(newRequestKey);
  const change = useMutation({
    mutationFn: async ({ fields, isVoid }: { fields: FormData; isVoid: boolean }) => {
      const reason = textIn(fields, 'reason');
      if (isVoid)
        return (await ask(VoidRecordDocument, { id: record.id, reason, key: `void ${key}` }))
          .voidServiceRecord;
      const quantities = record.quantities.map(({ measure: { code } }) => ({
        measure: code,
        value: textIn(fields, code).normalize('NFKC').trim() || '0',
      }));
      const input = { id: record.id, expectedRevision: record.revision, reason, quantities };
      return (await ask(CorrectRecordDocument, { input: { ...input, idempotencyKey: key } }))
        .correctServiceRecord;
    },
    onSuccess: ({ userErrors }) => {
      void queries.invalidateQueries();
      if (userErrors.length === 0) onDone();
    },
  });
  return (
    <form
      className="form correction"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent;
        const isVoid = submitter instanceof HTMLButtonElement && submitter.value === 'void';
        change.mutate({ fields: new FormData(event.currentTarget), isVoid });
      }}
    >
      <div className="quantities">
        {record.quantities.map(({ measure: { code, name, unit }, value }) => (
          <label key={code} className="quantity">
            <span>{texts().completion.measure(name, unit)}</span>
            <input className="input number" name={code} defaultValue={value} inputMode="decimal" required />
          </label>
        ))}
      </div>
      <label className="field">
        <span className="label">{messages.changeReason}</span>
        <input className="input" name="reason" required maxLength={500} />
      </label>
      <UserErrors errors={change.data?.userErrors} />
      {change.error && <Failure error={change.error} />}
      <p className="soft">{messages.voidHint}</p>
      <div className="actions">
        <button type="submit" className="button danger" value="void" disabled={change.isPending}>
          {messages.void}
        </button>
        <button type="submit" className="button primary" disabled={change.isPending}>
          {messages.correct}
        </button>
      </div>
    </form>
  );
}
