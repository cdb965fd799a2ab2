import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { SetMonthsDueDayDocument } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import type { Agreement } from './chosen';

/** The day of the month after by which the months of an agreement are due: for the purchaser or a bureau to set. */
export function DueDay({
  agreement: { id: agreement, monthsDueDay },
}: {
  readonly agreement: Pick<Agreement, 'id' | 'monthsDueDay'>;
}): ReactNode {
  const { monthly } = reportingTexts();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState(String(monthsDueDay));
  const close = (): void => {
    setOpen(false);
  };
  const send = async (): Promise<{ readonly userErrors: readonly Mistake[] }> => {
    const reading = new Reading();
    const count = reading.count(day, 'day');
    return reading.mistakes.length > 0
      ? { userErrors: reading.mistakes }
      : (await ask(SetMonthsDueDayDocument, { agreement, day: count })).setMonthsDueDay;
  };
  return (
    <>
      <button
        type="button"
        className="figure screen-only"
        onClick={() => {
          setOpen(true);
        }}
      >
        {monthly.setDueDay}
      </button>
      {isOpen && (
        <DialogForm
          title={monthly.setDueDay}
          submit={monthly.saveDueDay}
          fields={['day']}
          send={send}
          onDone={close}
          onClose={close}
        >
          {(mistakes) => (
            <TextField
              label={monthly.dueDay}
              hint={monthly.dueDayHint}
              value={day}
              mistakes={mistakesAt(mistakes, 'day')}
              onChange={setDay}
            />
          )}
        </DialogForm>
      )}
    </>
  );
}
