import { type ReactNode, useState } from 'react';
import { texts } from '../messages';
import { type Day, today } from '../ui/days';
import { DialogForm } from './dialog-form';
import { Field, type Mistake, mistakesAt, TextField } from './field';
import { Reading } from './reading';

export interface Renaming {
  readonly name: string;
  readonly from: Day;
  readonly reason: string;
}

/** A new name from a day on; reports of earlier days keep the former one. */
export function RenameDialog({
  title,
  name: present,
  rename,
  onClose,
}: {
  readonly title: string;
  readonly name: string;
  readonly rename: (renaming: Renaming) => Promise<{ readonly userErrors: readonly Mistake[] }>;
  readonly onClose: () => void;
}): ReactNode {
  const { forms } = texts();
  const [name, setName] = useState(present);
  const [from, setFrom] = useState(today());
  const [reason, setReason] = useState('');
  const send = async (): Promise<{ readonly userErrors: readonly Mistake[] }> => {
    const reading = new Reading();
    const day = reading.day(from, 'from');
    return reading.mistakes.length > 0
      ? { userErrors: reading.mistakes }
      : rename({ name, from: day, reason });
  };
  return (
    <DialogForm
      title={title}
      submit={title}
      fields={['name', 'from', 'reason']}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <TextField
            label={forms.newName}
            value={name}
            mistakes={mistakesAt(mistakes, 'name')}
            onChange={setName}
          />
          <TextField
            label={forms.nameFrom}
            hint={forms.nameFromHint}
            value={from}
            mistakes={mistakesAt(mistakes, 'from')}
            onChange={setFrom}
          />
          <Field label={forms.reason} mistakes={mistakesAt(mistakes, 'reason')}>
            {(attributes) => (
              <textarea
                {...attributes}
                className="input"
                value={reason}
                required
                maxLength={500}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
        </>
      )}
    </DialogForm>
  );
}
