import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { askAsNobody } from '../api/ask';
import { RequestPasswordResetDocument } from '../generated/graphql';
import { texts } from '../messages';
import { Failure } from '../ui/answered';
import { textIn } from '../ui/forms';
import { UserErrors } from '../ui/user-errors';
import { SignInFrame } from './sign-in-frame';

/** Asks for a link that sets another password. What is answered is the same whether the e-mail is a member's or not. */
export function Page(): ReactNode {
  const { forgotten, signIn } = texts();
  const request = useMutation({
    mutationFn: async (fields: FormData) => {
      const email = textIn(fields, 'email').trim();
      return (await askAsNobody(RequestPasswordResetDocument, { email })).requestPasswordReset;
    },
  });
  return (
    <SignInFrame title={forgotten.title}>
      {request.data?.requested === true ? (
        <output className="notice">{forgotten.sent}</output>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            request.mutate(new FormData(event.currentTarget));
          }}
        >
          <p>{forgotten.about}</p>
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
          <UserErrors errors={request.data?.userErrors} />
          {request.error && <Failure error={request.error} />}
          <button type="submit" className="button primary" disabled={request.isPending}>
            {forgotten.submit}
          </button>
        </form>
      )}
      <p className="soft">{forgotten.noMail}</p>
      <Link href="/console">{forgotten.signIn}</Link>
    </SignInFrame>
  );
}
