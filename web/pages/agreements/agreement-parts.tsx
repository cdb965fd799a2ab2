import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AgreementDetailFragment, NeighbourAgreementFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { moneyText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import { addressOfAgreement } from './addresses';
import { momentText } from '../../ui/moments';

interface Props {
  readonly agreement: AgreementDetailFragment;
}

/** Parties, figures, terms, and the agreements before and after. */
export function Facts({ agreement }: Props): ReactNode {
  const { agreements: messages, common } = texts();
  return (
    <section className="section">
      <h2>{messages.terms}</h2>
      <dl className="facts">
        <dt>{messages.operator}</dt>
        <dd>{agreement.operator.name}</dd>
        <dt>{messages.purchaser}</dt>
        <dd>{agreement.purchaser.name}</dd>
        <dt>{messages.fee}</dt>
        <dd className="number">{moneyText(agreement.annualFee)}</dd>
        <dt>{messages.posts}</dt>
        <dd className="number">{agreement.requiredPosts ?? common.none}</dd>
        <dt>{messages.share}</dt>
        <dd className="number">{agreement.requiredCertifiedShare ?? common.none}</dd>
        <dt>{messages.term}</dt>
        <dd>
          {agreement.terms.map(({ id, name, startsOn, endsOn }) => (
            <div key={id}>
              {name} <span className="soft">{messages.range(startsOn, endsOn)}</span>
            </div>
          ))}
        </dd>
        {agreement.renews && (
          <>
            <dt>{messages.renews}</dt>
            <dd>
              <Neighbour agreement={agreement.renews} />
            </dd>
          </>
        )}
        {agreement.renewedBy.length > 0 && (
          <>
            <dt>{messages.renewedBy}</dt>
            <dd>
              {agreement.renewedBy.map((next) => (
                <Neighbour key={next.id} agreement={next} />
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** The agreement before or after, by its days. */
export function Neighbour({ agreement }: { readonly agreement: NeighbourAgreementFragment }): ReactNode {
  const { agreements: messages } = texts();
  return (
    <div>
      <Link href={addressOfAgreement(agreement.id)}>
        {messages.range(agreement.startsOn, agreement.endsOn)}
      </Link>{' '}
      <span className={`badge ${agreement.state}`}>{messages.states[agreement.state]}</span>
    </div>
  );
}

/** Zones with their points, points without zone, and projects. */
export function Structure({ agreement: { serviceModel, zones, points, projects } }: Props): ReactNode {
  const { agreements: messages } = texts();
  const alone = points.filter(({ zone }) => zone === null);
  const names = (parts: readonly { readonly name: string }[]): string =>
    parts.map(({ name }) => name).join('，') || messages.noPoints;
  return (
    <section className="section">
      <h2>{messages.zones}</h2>
      <dl className="facts">
        <dt>{messages.model}</dt>
        <dd>{messages.models[serviceModel]}</dd>
        {zones.map((zone) => (
          <Pair key={zone.id} term={zone.name}>
            {names(zone.points)}
          </Pair>
        ))}
        {alone.length > 0 && <Pair term={messages.wholeStation}>{names(alone)}</Pair>}
        {projects.length > 0 && (
          <Pair term={messages.projects}>
            {projects.map(({ id, name, kind, domain }) => (
              <div key={id}>
                {name}{' '}
                <span className="soft">
                  {messages.projectKinds[kind]}
                  {domain !== null && ` · ${messages.domains[domain]}`}
                </span>
              </div>
            ))}
          </Pair>
        )}
      </dl>
    </section>
  );
}

function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** When which share of the fee is due. */
export function Instalments({ agreement: { funding } }: Props): ReactNode {
  const { agreements: messages } = texts();
  if (funding.instalments.length === 0) return null;
  return (
    <section className="section">
      <h2>{messages.instalments}</h2>
      <TableFrame label={messages.instalments}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.condition}</th>
              <th scope="col">{messages.ratio}</th>
              <th scope="col">{messages.due}</th>
            </tr>
          </thead>
          <tbody>
            {funding.instalments.map(({ condition, share, due }) => (
              <tr key={condition}>
                <th scope="row">{messages.conditions[condition]}</th>
                <td data-label={messages.ratio}>{share}</td>
                <td data-label={messages.due}>{moneyText(due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

/** Every step that was taken with it. */
export function Events({ agreement: { events } }: Props): ReactNode {
  const { agreements: messages, common } = texts();
  return (
    <section className="section">
      <h2>{messages.events}</h2>
      <TableFrame label={messages.events}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.event}</th>
              <th scope="col">{messages.revision}</th>
              <th scope="col">{messages.when}</th>
              <th scope="col">{messages.who}</th>
              <th scope="col">{messages.why}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ step, at, revision, reason, by }) => (
              <tr key={`${step} ${at}`}>
                <th scope="row">{messages.steps[step]}</th>
                <td data-label={messages.revision}>{revision}</td>
                <td className="text" data-label={messages.when}>
                  {momentText(at)}
                </td>
                <td className="text" data-label={messages.who}>
                  {by.name}
                </td>
                <td className="text wrap" data-label={messages.why}>
                  {reason ?? common.nothing}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
