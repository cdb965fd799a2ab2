import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../app/language-switch';
import { PageFrame } from '../../app/page-frame';
import { SignOut } from '../../app/sign-out';
import { texts } from '../../messages';
import { useSession } from '../../session/use-session';
import { useViewer } from '../../session/viewer';
import { MailChoice } from './mail-choice';
import { PasswordForm } from './password-form';
import './account.css';

/** Who the member is, how it is signed in here, and its password. */
export function Page(): ReactNode {
  const { account, terms, members } = texts();
  const { displayName, email, organisation, role, stations } = useViewer();
  return (
    <PageFrame title={account.title}>
      <dl className="facts own">
        <dt>{account.name}</dt>
        <dd>{displayName}</dd>
        <dt>{account.email}</dt>
        <dd>{email}</dd>
        <dt>{account.organisation}</dt>
        <dd>{organisation.name}</dd>
        <dt>{account.role}</dt>
        <dd>{terms.role[role]}</dd>
        <dt>{account.stations}</dt>
        <dd>
          {stations === null ? account.allStations : stations.map(({ name }) => name).join(members.comma)}
        </dd>
      </dl>
      <p className="soft own-hint">{account.changedBy}</p>
      <div className="columns">
        <section className="section">
          <h2>{account.password}</h2>
          <PasswordForm />
        </section>
        <section className="section">
          <h2>{account.session}</h2>
          <SessionNote />
          <MailChoice />
          <h2>{account.language}</h2>
          <LanguageSwitch />
        </section>
      </div>
    </PageFrame>
  );
}

/** How long the session lasts in this browser, and the way out. */
function SessionNote(): ReactNode {
  const { account } = texts();
  const state = useSession();
  const isKept = state.kind === 'SIGNED_IN' && state.isKept;
  const stays = state.kind === 'SIGNED_IN' && state.stay === true;
  return (
    <div className="session-note">
      <p>{isKept ? (stays ? account.stays : account.endsWithBrowser) : account.endsWithPage}</p>
      <p className="soft">{account.leaveHint}</p>
      <div>
        <SignOut />
      </div>
    </div>
  );
}
