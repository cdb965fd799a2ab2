import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  type CertificateLevel,
  type RosterMemberFragment,
  SetStaffCertificatesDocument,
  type SetStaffCertificatesInput,
} from '../../generated/graphql';
import { rosterTexts } from '../../messages/roster';

export const LEVELS: readonly CertificateLevel[] = ['ASSISTANT', 'INTERMEDIATE', 'SENIOR'];

/** All certificates of a person, each level at most once. */
export function CertificatesForm({
  person,
  onDone,
}: {
  readonly person: RosterMemberFragment;
  readonly onDone: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const [draft, change, forget] = useDraft(`staff-certificates:${person.id}`, {
    levels: person.certificates.map(({ level }) => level),
    passedOn: Object.fromEntries(person.certificates.map(({ level, passedOn }) => [level, passedOn ?? ''])),
  });
  const levels = LEVELS.filter((level) => draft.levels.includes(level));
  const leave = (): void => {
    forget();
    onDone();
  };
  const sending = useSending(
    async (input: SetStaffCertificatesInput) =>
      (await ask(SetStaffCertificatesDocument, { input })).setStaffCertificates.userErrors,
    leave,
  );
  const send = (): void => {
    const reading = new Reading();
    const certificates = levels.map((level, at) => ({
      level,
      passedOn: reading.dayOrNull(draft.passedOn[level] ?? '', 'certificates', String(at), 'passedOn'),
    }));
    const input = { memberId: person.id, certificates, idempotencyKey: draft.requestKey };
    sending.send({ input, mistakes: reading.mistakes });
  };
  return (
    <Form
      sending={sending}
      fields={levels.map((_, at) => `certificates.${at}`)}
      submit={messages.changeCertificates}
      onSubmit={send}
      onDiscard={leave}
    >
      {LEVELS.map((level) => (
        <div key={level}>
          <label className="check">
            <input
              type="checkbox"
              checked={levels.includes(level)}
              onChange={({ target: { checked } }) => {
                change({ levels: checked ? [...levels, level] : levels.filter((it) => it !== level) });
              }}
            />
            {messages.levels[level]}
          </label>
          {levels.includes(level) && (
            <TextField
              label={messages.passedOn(messages.levels[level])}
              hint={messages.passedOnHint}
              mistakes={mistakesAt(sending.mistakes, `certificates.${levels.indexOf(level)}`)}
              value={draft.passedOn[level] ?? ''}
              onChange={(value) => {
                change({ passedOn: { ...draft.passedOn, [level]: value } });
              }}
            />
          )}
        </div>
      ))}
    </Form>
  );
}
