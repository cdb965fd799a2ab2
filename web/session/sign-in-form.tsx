import { type ReactNode, useState } from 'react';
import { texts } from '../messages';
import { textIn } from '../ui/forms';
import { session } from './browser-session';
import { StayChoice } from './stay-choice';

/** E-mail and password; what the server refuses is said beneath them. */
export function SignInForm({ onDone }: { readonly onDone?: () => void }): ReactNode {
  const { signIn, common } = texts();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const fields = new FormData(form);
    setBusy(true);
    setProblem(undefined);
    try {
      const refusal = await session.signIn({
        email: textIn(fields, 'email').trim(),
        password: textIn(fields, 'password'),
        stay: fields.has('stay'),
      });
      setProblem(refusal);
      if (refusal === undefined) onDone?.();
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
        void submit(event.currentTarget);
      }}
    >
      <label className="field">
        <span className="label">{signIn.email}</span>
        <input
          className="input"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          autoFocus
        />
      </label>
      <label className="field">
        <span className="label">{signIn.password}</span>
        <input
          className="input"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </label>
      <StayChoice />
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isBusy}>
        {signIn.submit}
      </button>
    </form>
  );
}
