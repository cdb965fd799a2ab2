import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { queries } from '../api/queries';
import { texts } from '../messages';
import { Failure } from '../ui/answered';
import { Dialog } from '../ui/dialog';
import { newRequestKey } from '../ui/request-key';
import { UserErrors } from '../ui/user-errors';
import { Field, type Mistake, mistakesAt } from './field';

/** Asks before a step that others see, for its reason too; stays open with what was typed where it is refused. */
export function ReasonDialog({
  title,
  hint,
  hasReason = true,
  isDangerous = false,
  fieldNames = [],
  fields,
  take,
  onClose,
}: {
  readonly title: string;
  /** What the step means. */
  readonly hint: ReactNode;
  readonly hasReason?: boolean;
  readonly isDangerous?: boolean;
  /** What else is asked for, under which names; with the mistakes at them. */
  readonly fieldNames?: readonly string[];
  readonly fields?: (mistakes: readonly Mistake[]) => ReactNode;
  /** Answers the rules that the step broke. */
  readonly take: (reason: string, requestKey: string) => Promise<readonly Mistake[]>;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState('');
  const [requestKey] = useState(newRequestKey);
  const step = useMutation({
    mutationFn: async () => take(reason, requestKey),
    onSuccess: async (broken) => {
      // The page shows the new state before the dialog goes.
      await queries.invalidateQueries();
      if (broken.length === 0) onClose();
    },
  });
  const refusals = step.data ?? [];
  const shown = [...(hasReason ? ['reason'] : []), ...fieldNames];
  const elsewhere = refusals.filter((it) => !shown.some((field) => mistakesAt([it], field).length > 0));
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate();
        }}
      >
        <UserErrors errors={elsewhere} />
        <p>{hint}</p>
        {fields?.(refusals)}
        {hasReason && (
          <Field label={texts().forms.reason} mistakes={mistakesAt(refusals, 'reason')}>
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
        )}
        {step.error && <Failure error={step.error} />}
        <div className="actions">
          <button
            type="submit"
            className={isDangerous ? 'button danger' : 'button primary'}
            disabled={step.isPending}
          >
            {title}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
