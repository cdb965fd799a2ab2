import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../api/queries';
import { Failure } from '../ui/answered';
import { Dialog } from '../ui/dialog';
import { UserErrors } from '../ui/user-errors';
import { type Mistake, mistakesAt, useFirstMistake } from './field';

/** A short form in a window: sent once, and closed when no rule was broken. */
export function DialogForm<Answer extends { readonly userErrors: readonly Mistake[] }>({
  title,
  submit,
  fields = [],
  isDangerous = false,
  send,
  onDone,
  onClose,
  children,
}: {
  readonly title: string;
  readonly submit: string;
  /** The fields, by their paths, that show their mistakes themselves. */
  readonly fields?: readonly string[];
  readonly isDangerous?: boolean;
  readonly send: () => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  readonly children: (mistakes: readonly Mistake[]) => ReactNode;
}): ReactNode {
  const step = useMutation({
    mutationFn: send,
    // What it answers may be shown only once: whether it is sent again is for the member to decide.
    retry: false,
    onSuccess: async (answer) => {
      await queries.invalidateQueries();
      if (answer.userErrors.length === 0) onDone(answer);
    },
  });
  const mistakes = step.data?.userErrors ?? NONE;
  const elsewhere = mistakes.filter((it) => !fields.some((field) => mistakesAt([it], field).length > 0));
  const form = useFirstMistake(mistakes);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        ref={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate();
        }}
      >
        {children(mistakes)}
        <UserErrors errors={elsewhere} />
        {step.error && <Failure error={step.error} />}
        <div className="actions">
          <button
            type="submit"
            className={isDangerous ? 'button danger' : 'button primary'}
            disabled={step.isPending}
          >
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const NONE: readonly Mistake[] = [];
