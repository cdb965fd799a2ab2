import { type ReactNode, useState } from 'react';
import { texts } from '../messages';
import { session } from './browser-session';
import { StayChoice } from './stay-choice';

/** The password that an invited person chooses; it can be looked at, instead of being typed twice. */
export function AcceptanceForm({
  token,
  email,
  onDone,
}: {
  readonly token: string;
  readonly email: string;
  readonly onDone: () => void;
}): ReactNode {
  const { invitation, common } = texts();
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (stay: boolean): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const refusal = await session.accept({ token, password, stay });
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
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <label className="field">
        <span className="label">{invitation.password}</span>
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
        {invitation.accept}
      </button>
    </form>
  );
}
