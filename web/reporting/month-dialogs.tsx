import { type ReactNode, useState } from 'react';
import { ask } from '../api/ask';
import { DialogForm } from '../forms/dialog-form';
import { Field, mistakesAt, TextField } from '../forms/field';
import { Reading } from '../forms/reading';
import { ReasonDialog } from '../forms/reason-dialog';
import {
  AcceptMonthsDocument,
  HandInMonthDocument,
  RecallMonthDocument,
  SendBackMonthDocument,
} from '../generated/graphql';
import { reportingTexts } from '../messages/reporting';
import { monthText } from '../ui/months';

/** As much as a note may have. */
const MAX_NOTE = 2000;

function NoteField({
  note,
  hint,
  onChange,
}: {
  readonly note: string;
  readonly hint: string;
  readonly onChange: (note: string) => void;
}): ReactNode {
  return (
    <Field label={reportingTexts().monthly.note} hint={hint} mistakes={[]}>
      {(attributes) => (
        <textarea
          {...attributes}
          className="input"
          value={note}
          maxLength={MAX_NOTE}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

const given = (note: string): string | null => (note.trim() === '' ? null : note);

/** Hands a month in: from then on nothing is recorded in it. */
export function HandInDialog({
  agreement,
  month,
  children,
  onClose,
}: {
  readonly agreement: string;
  readonly month: string;
  /** What is to be looked at before. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}): ReactNode {
  const { monthly } = reportingTexts();
  const [note, setNote] = useState('');
  return (
    <DialogForm
      title={monthly.handInOf(monthText(month))}
      submit={monthly.step.HAND_IN}
      send={async () => (await ask(HandInMonthDocument, { agreement, month, note: given(note) })).handInMonth}
      onDone={onClose}
      onClose={onClose}
    >
      {() => (
        <>
          {children}
          <p>{monthly.handInHint}</p>
          <NoteField note={note} hint={monthly.handInNoteHint} onChange={setNote} />
        </>
      )}
    </DialogForm>
  );
}

export function RecallDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <ReasonDialog
      title={monthly.step.RECALL}
      hint={monthly.recallHint}
      take={async (reason) => (await ask(RecallMonthDocument, { id, reason })).recallMonth.userErrors}
      onClose={onClose}
    />
  );
}

/** Accepts months, all or none. */
export function AcceptDialog({
  ids,
  onDone,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { monthly } = reportingTexts();
  const [note, setNote] = useState('');
  return (
    <DialogForm
      title={monthly.acceptMany(ids.length)}
      submit={monthly.step.ACCEPT}
      send={async () => (await ask(AcceptMonthsDocument, { ids: [...ids], note: given(note) })).acceptMonths}
      onDone={onDone}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{monthly.acceptHint}</p>
          <NoteField note={note} hint={monthly.acceptNoteHint} onChange={setNote} />
        </>
      )}
    </DialogForm>
  );
}

/** Sends a month back with a reason and, where one likes, a last day. */
export function SendBackDialog({
  id,
  onDone,
  onClose,
}: {
  readonly id: string;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { monthly } = reportingTexts();
  const [lastDay, setLastDay] = useState('');
  return (
    <ReasonDialog
      title={monthly.step.SEND_BACK}
      hint={monthly.sendBackHint}
      isDangerous
      fieldNames={['lastDay']}
      fields={(mistakes) => (
        <TextField
          label={monthly.lastDay}
          hint={monthly.lastDayHint}
          value={lastDay}
          mistakes={mistakesAt(mistakes, 'lastDay')}
          onChange={setLastDay}
        />
      )}
      take={async (reason) => {
        const reading = new Reading();
        const day = lastDay.trim() === '' ? null : reading.day(lastDay, 'lastDay');
        if (reading.mistakes.length > 0) return reading.mistakes;
        const { sendBackMonth } = await ask(SendBackMonthDocument, { id, reason, lastDay: day });
        if (sendBackMonth.userErrors.length === 0) onDone?.();
        return sendBackMonth.userErrors;
      }}
      onClose={onClose}
    />
  );
}
