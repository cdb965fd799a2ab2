import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useConnection } from '../../api/connections';
import { OrganisationsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { Pending } from '../../ui/answered';

/** For the platform: the organisations that wait for their first administrator. */
export function FoundingList(): ReactNode {
  const { home, terms } = texts();
  const { nodes, query } = useConnection(OrganisationsDocument, { kind: null }, (it) => it.organisations);
  if (!nodes) return <Pending query={query} />;
  const waiting = nodes.filter(({ isAdministered }) => isAdministered === false);
  return (
    <section className="section">
      <h2>{home.withoutAdministrator}</h2>
      {waiting.length === 0 ? (
        <p className="soft">{home.allAdministered}</p>
      ) : (
        <ul className="station-list">
          {waiting.map(({ id, name, kind }) => (
            <li key={id}>
              <Link href={`/console/members?kind=${kind}`}>{name}</Link>{' '}
              <span className="soft">{terms.kind[kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
