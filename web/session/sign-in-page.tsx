import type { ReactNode } from 'react';
import { texts } from '../messages';
import { SignInForm } from './sign-in-form';
import { SignInFrame } from './sign-in-frame';

/** What is shown to whoever is not signed in, at every address but that of an invitation. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const { signIn } = texts();
  return (
    <SignInFrame title={signIn.title}>
      <SignInForm onDone={onSignedIn} />
      <p className="soft">{signIn.help}</p>
    </SignInFrame>
  );
}
