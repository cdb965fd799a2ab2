import { type ReactNode, useState } from 'react';
import { texts } from '../messages';
import { StayChoice } from './stay-choice';

interface Chosen {
  readonly password: string;
  readonly stay: boolean;
  /** Where it was asked for and given. */
  readonly currentPassword?: string;
}

/** A password that a person chooses, and signs in with; it can be looked at, instead of being typed twice. */
export function NewPasswordForm({
  email,
  label,
  submit: submitLabel,
  asksForCurrent = false,
  send,
  onDone,
}: {
  /** Where it is known before. */
  readonly email?: string;
  readonly label: string;
  readonly submit: string;
  /** Whether to ask who is a member elsewhere for the password there. */
  readonly asksForCurrent?: boolean;
  /** Answers the server's message where it refuses. */
  readonly send: (chosen: Chosen) => Promise<string | undefined>;
  readonly onDone: () => void;
}): ReactNode {
  const { invitation, common } = texts();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (stay: boolean): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const refusal = await send({ password, stay, ...(current !== '' && { currentPassword: current }) });
      setProblem(refusal);
      if (refusal === undefined) onDone();
    } catch {
      setProblem(common.unreachable);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget).has('stay'));
      }}
    >
      {/* For the browser, which keeps the password under it. */}
      {email !== undefined && (
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      )}
      <label className="field">
        <span className="label">{label}</span>
        <input
          className="input"
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          required
          maxLength={200}
          autoFocus
          value={password}
          aria-invalid={problem !== undefined}
          aria-describedby="password-hint"
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
        <span id="password-hint" className="soft">
          {invitation.passwordHint}
        </span>
      </label>
      {asksForCurrent && (
        <details>
          <summary>{invitation.isElsewhere}</summary>
          <label className="field">
            <span className="label">{invitation.currentPassword}</span>
            <input
              className="input"
              type={isShown ? 'text' : 'password'}
              autoComplete="current-password"
              maxLength={200}
              value={current}
              aria-describedby="current-hint"
              onChange={(event) => {
                setCurrent(event.target.value);
              }}
            />
            <span id="current-hint" className="soft">
              {invitation.currentHint}
            </span>
          </label>
        </details>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => {
            setShown(event.target.checked);
          }}
        />
        <span>{invitation.show}</span>
      </label>
      <StayChoice />
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isBusy}>
        {submitLabel}
      </button>
    </form>
  );
}
