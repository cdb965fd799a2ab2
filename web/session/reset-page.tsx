import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { texts } from '../messages';
import { session } from './browser-session';
import { NewPasswordForm } from './new-password-form';
import { SignInFrame } from './sign-in-frame';

/** Lets a member who has forgotten its password set another, by a link of its administrator: its token is behind the #. */
export function Page(): ReactNode {
  const { reset, invitation } = texts();
  const [, navigate] = useLocation();
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
  return (
    <SignInFrame title={reset.title}>
      {token === '' ? (
        <>
          <p className="notice" role="alert">
            {reset.noToken}
          </p>
          <p className="soft">{reset.hint}</p>
        </>
      ) : (
        <>
          <p>{reset.about}</p>
          <NewPasswordForm
            label={reset.password}
            submit={reset.submit}
            send={async ({ password, stay }) => session.reset({ token, password, stay })}
            onDone={() => {
              navigate('/console', { replace: true });
            }}
          />
        </>
      )}
      <Link href="/console">{invitation.signIn}</Link>
    </SignInFrame>
  );
}
