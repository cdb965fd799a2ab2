import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  AddStaffSpellDocument,
  ChangeStaffSpellDocument,
  type RosterMemberFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';

interface Days {
  readonly employedFrom: string;
  readonly employedTo: string | null;
  readonly idempotencyKey: string;
}

/** 离岗, or other days of a spell; without one a further spell: 返岗. */
export function SpellForm({
  person,
  spell,
  onDone,
}: {
  readonly person: RosterMemberFragment;
  readonly spell: RosterMemberFragment['spells'][number] | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const { forms } = texts();
  const [draft, change, forget] = useDraft(`staff-spell:${spell?.id ?? person.id}`, {
    employedFrom: spell?.employedFrom ?? '',
    employedTo: spell?.employedToAsGiven ?? '',
  });
  const leave = (): void => {
    forget();
    onDone();
  };
  const post = async (days: Days): Promise<readonly Mistake[]> =>
    spell
      ? (await ask(ChangeStaffSpellDocument, { input: { spellId: spell.id, ...days } })).changeStaffSpell
          .userErrors
      : (await ask(AddStaffSpellDocument, { input: { memberId: person.id, ...days } })).addStaffSpell
          .userErrors;
  const sending = useSending(post, leave);
  const send = (): void => {
    const reading = new Reading();
    const input = {
      employedFrom: reading.day(draft.employedFrom, 'employedFrom'),
      employedTo: reading.dayOrNull(draft.employedTo, 'employedTo'),
      idempotencyKey: draft.requestKey,
    };
    sending.send({ input, mistakes: reading.mistakes });
  };
  const fields = [
    ['employedFrom', messages.employedFrom, forms.dayHint],
    ['employedTo', messages.employedTo, messages.employedToHint],
  ] as const;
  return (
    <Form
      sending={sending}
      fields={fields.map(([field]) => field)}
      submit={spell ? messages.changeSpell : messages.returned}
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
    </Form>
  );
}
