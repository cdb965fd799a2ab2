import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from '../app/language-switch';
import { Logo } from '../app/logo';
import { texts } from '../messages';
import './sign-in.css';

/** What is shown to anyone who is not signed in: what this is, and a card with a form. */
export function SignInFrame({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const { signIn, common } = texts();
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title, common]);
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
          <h1>{title}</h1>
          <LanguageSwitch />
        </header>
        {children}
      </section>
    </main>
  );
}
