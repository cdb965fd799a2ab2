import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';
import { useViewer } from '../../session/viewer';
import { PasswordForm } from './password-form';
import './account.css';

/** Who the member is, and its password. */
export function Page(): ReactNode {
  const { account, terms } = texts();
  const { displayName, organisation, role, stations } = useViewer();
  return (
    <PageFrame title={account.title}>
      <dl className="facts account">
        <dt>{account.name}</dt>
        <dd>{displayName}</dd>
        <dt>{account.organisation}</dt>
        <dd>{organisation.name}</dd>
        <dt>{account.role}</dt>
        <dd>{terms.role[role]}</dd>
        <dt>{account.stations}</dt>
        <dd>{stations === null ? account.allStations : stations.map(({ name }) => name).join('，')}</dd>
      </dl>
      <section className="section">
        <h2>{account.password}</h2>
        <PasswordForm />
      </section>
    </PageFrame>
  );
}
