import { Fragment, type ReactNode } from 'react';
import type { RosterReportFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

/** What the figures of 附件2 amount to, each with how it is counted; zones, who came and left, and what looks odd. */
export function RosterFacts({ report }: { readonly report: RosterReportFragment }): ReactNode {
  const messages = rosterTexts();
  return (
    <div className="roster-facts screen-only">
      {report.warnings.length > 0 && (
        <section className="section">
          <h2>{messages.warnings}</h2>
          <ul className="notice">
            {report.warnings.map(({ code, memberId, name, month, message }) => (
              <li key={`${code} ${memberId} ${month ?? ''}`}>{messages.warning(name, month, message)}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="columns">
        <Sums report={report} />
        <div>
          <Zones report={report} />
          <Movements report={report} />
        </div>
      </div>
    </div>
  );
}

function Sums({ report }: { readonly report: RosterReportFragment }): ReactNode {
  const messages = rosterTexts();
  const { parameters } = report;
  const surplus = (value: string | null): string =>
    value === null ? messages.notAgreed : messages.surplus(value);
  const facts = [
    [messages.sums.total, report.total, messages.hints.total],
    [messages.sums.required, report.required ?? messages.notAgreed, messages.hints.required],
    [messages.sums.surplus, surplus(report.surplus), messages.hints.surplus],
    [messages.sums.certified, report.certified, messages.hints.certified],
    [
      messages.sums.requiredCertified,
      report.requiredCertified ?? messages.notAgreed,
      messages.hints.requiredCertified(parameters.requiredCertifiedShare ?? messages.notAgreed),
    ],
    [messages.sums.certifiedSurplus, surplus(report.certifiedSurplus), messages.hints.certifiedSurplus],
    [
      messages.sums.experienced(parameters.practiceYears),
      messages.ofPercent(report.experienced, percentText(report.experiencedPercent)),
      messages.hints.experienced,
    ],
    [
      messages.sums.stability,
      percentText(report.stabilityPercent),
      messages.hints.stability(parameters.requiredPosts ?? messages.notAgreed),
    ],
    [
      messages.sums.atEnd,
      [
        String(report.headCountAtEnd),
        ...report.certifiedAtEnd.map(({ level, headCount }) =>
          messages.atLevel(messages.levels[level], headCount),
        ),
      ].join(' · '),
      messages.hints.atEnd,
    ],
  ] as const;
  return (
    <section className="section">
      <h2>{messages.summary}</h2>
      <dl className="facts">
        {facts.map(([name, value, hint]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="number">{value}</span> <span className="soft">{hint}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Zones({ report: { staffByZone } }: { readonly report: RosterReportFragment }): ReactNode {
  const messages = rosterTexts();
  if (staffByZone.length === 0) return null;
  return (
    <section className="section">
      <h2>{messages.byZone}</h2>
      <TableFrame label={messages.byZone}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{messages.zones}</th>
              <th scope="col">{messages.sums.total}</th>
              <th scope="col">{messages.sums.atEnd}</th>
            </tr>
          </thead>
          <tbody>
            {staffByZone.map(({ zone, personMonths, atEnd }) => (
              <tr key={zone?.id ?? ''}>
                <th scope="row">{zone?.name ?? messages.noZone}</th>
                <td>{personMonths}</td>
                <td>{atEnd}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Movements({ report: { joined, left } }: { readonly report: RosterReportFragment }): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  const lists = [
    [messages.joined, joined],
    [messages.left, left],
  ] as const;
  return (
    <section className="section">
      <h2>{messages.movements}</h2>
      <dl className="facts">
        {lists.map(([name, people]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {people.length === 0 && common.nothing}
              {people.map((it) => (
                <div key={`${it.memberId} ${it.on}`}>
                  {it.name} <span className="soft number">{it.on}</span>
                </div>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
