import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from '../app/language-switch';
import { Logo } from '../app/logo';
import { texts } from '../messages';
import { SignInForm } from './sign-in-form';
import './sign-in.css';

/** What is shown to whoever is not signed in, at every address. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const { signIn, common } = texts();
  useEffect(() => {
    document.title = `${signIn.title} · ${common.product}`;
  }, [signIn, common]);
  return (
    <main className="sign-in">
      <section className="sign-in-lead">
        <Logo />
        <p className="sign-in-product">{common.product}</p>
        <p className="sign-in-slogan">{signIn.lead}</p>
        <ul>
          {signIn.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section className="sign-in-card">
        <header>
          <h1>{signIn.title}</h1>
          <LanguageSwitch />
        </header>
        <SignInForm onDone={onSignedIn} />
        <p className="soft">{signIn.help}</p>
      </section>
    </main>
  );
}
