import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import {
  type AgreementDetailFragment,
  RecordContractDocument,
  type RecordContractInput,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { Dialog } from '../../ui/dialog';
import { UserErrors } from '../../ui/user-errors';

const FIELDS = ['contractNumber', 'signedOn', 'filedOn', 'publishedOn'] as const;

/** What is known of the paper contract; what is left empty stays as it is. */
export function ContractForm({
  agreement,
  onClose,
}: {
  readonly agreement: AgreementDetailFragment;
  readonly onClose: () => void;
}): ReactNode {
  const { agreements: messages, forms } = texts();
  const [draft, setDraft] = useState({
    contractNumber: agreement.contractNumber ?? '',
    signedOn: agreement.signedOn ?? '',
    filedOn: agreement.filedOn ?? '',
    publishedOn: agreement.publishedOn ?? '',
  });
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const recording = useMutation({
    mutationFn: async (input: RecordContractInput) =>
      (await ask(RecordContractDocument, { input })).recordContract.userErrors,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      await queries.invalidateQueries();
      if (refusals.length === 0) onClose();
    },
  });
  const send = (): void => {
    const reading = new Reading();
    const day = (field: (typeof FIELDS)[number]): string | null => reading.dayOrNull(draft[field], field);
    const input = {
      agreementId: agreement.id,
      contractNumber: draft.contractNumber.trim() || null,
      signedOn: day('signedOn'),
      filedOn: day('filedOn'),
      publishedOn: day('publishedOn'),
    };
    setMistakes(reading.mistakes);
    if (reading.mistakes.length === 0) recording.mutate(input);
  };
  const elsewhere = mistakes.filter((it) => !FIELDS.some((field) => mistakesAt([it], field).length > 0));
  return (
    <Dialog title={messages.recordContract} onClose={onClose}>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <UserErrors errors={elsewhere} />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={messages[field]}
            hint={field === 'contractNumber' ? undefined : forms.dayHint}
            mistakes={mistakesAt(mistakes, field)}
            value={draft[field]}
            onChange={(value) => {
              setDraft({ ...draft, [field]: value });
            }}
          />
        ))}
        {recording.error && <Failure error={recording.error} />}
        <div className="actions">
          <button type="submit" className="button primary" disabled={recording.isPending}>
            {messages.submitContract}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
