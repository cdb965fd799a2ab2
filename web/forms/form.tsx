import type { ReactNode } from 'react';
import { texts } from '../messages';
import { Failure } from '../ui/answered';
import { UserErrors } from '../ui/user-errors';
import { mistakesAt, useFirstMistake } from './field';
import type { Sending } from './use-sending';

/** A form with its buttons, why it was not sent, and the mistakes that belong to none of its fields. */
export function Form({
  sending: { mistakes, error, isPending },
  fields,
  submit,
  hint,
  onSubmit,
  onDiscard,
  children,
}: {
  readonly sending: Pick<Sending<never>, 'mistakes' | 'error' | 'isPending'>;
  /** The paths whose mistakes the fields themselves show. */
  readonly fields: readonly string[];
  readonly submit: string;
  readonly hint?: ReactNode;
  readonly onSubmit: () => void;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const form = useFirstMistake(mistakes);
  const elsewhere = mistakes.filter((it) => !fields.some((field) => mistakesAt([it], field).length > 0));
  return (
    <form
      ref={form}
      className="form long-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {hint !== undefined && <p className="soft">{hint}</p>}
      <UserErrors errors={elsewhere} />
      {children}
      {error && <Failure error={error} />}
      <div className="actions">
        <button type="button" className="button" onClick={onDiscard}>
          {texts().forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={isPending}>
          {submit}
        </button>
      </div>
    </form>
  );
}
