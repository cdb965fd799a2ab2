import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../messages';
import { SignInForm } from './sign-in-form';
import { SignInFrame } from './sign-in-frame';

/** What is shown to anyone who is not signed in, at every address but that of an invitation. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const { signIn } = texts();
  return (
    <SignInFrame title={signIn.title}>
      <SignInForm onDone={onSignedIn} />
      <Link href="/console/forgotten">{signIn.forgotten}</Link>
      <p className="soft">{signIn.help}</p>
    </SignInFrame>
  );
}
