import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  ChangeStaffMemberDocument,
  type ChangeStaffMemberInput,
  type RosterMemberFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import { KindChoice } from './kind-choice';

/** Corrects what is known of a person itself. */
export function PersonForm({
  person,
  onDone,
}: {
  readonly person: RosterMemberFragment;
  readonly onDone: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const { forms } = texts();
  const [draft, change, forget] = useDraft(`staff-person:${person.id}`, {
    name: person.name,
    position: person.position ?? '',
    kind: person.kind,
    practisingSince: person.practisingSince ?? '',
  });
  const leave = (): void => {
    forget();
    onDone();
  };
  const sending = useSending(
    async (input: ChangeStaffMemberInput) =>
      (await ask(ChangeStaffMemberDocument, { input })).changeStaffMember.userErrors,
    leave,
  );
  const send = (): void => {
    const reading = new Reading();
    reading.required(draft.name, 'name');
    const input = {
      memberId: person.id,
      idempotencyKey: draft.requestKey,
      name: draft.name,
      position: draft.position.trim() || null,
      kind: draft.kind,
      practisingSince: reading.dayOrNull(draft.practisingSince, 'practisingSince'),
    };
    sending.send({ input, mistakes: reading.mistakes });
  };
  const fields = [
    ['name', messages.name],
    ['position', messages.position],
    ['practisingSince', messages.practisingSince, forms.dayHint],
  ] as const;
  return (
    <Form
      sending={sending}
      fields={[...fields.map(([field]) => field), 'kind']}
      submit={messages.changePerson}
      onSubmit={send}
      onDiscard={leave}
    >
      {fields.map(([field, label, hint]) => (
        <TextField
          key={field}
          label={label}
          hint={hint}
          mistakes={mistakesAt(sending.mistakes, field)}
          value={draft[field]}
          onChange={(value) => {
            change({ [field]: value });
          }}
        />
      ))}
      <KindChoice
        kind={draft.kind}
        mistakes={mistakesAt(sending.mistakes, 'kind')}
        onChange={(kind) => {
          change({ kind });
        }}
      />
    </Form>
  );
}
