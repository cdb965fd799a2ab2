import { type ReactNode, useState } from 'react';
import type { AgreementDetailFragment, AmendmentDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { useViewer } from '../../session/viewer';
import { TableFrame } from '../../ui/table-frame';
import { aspectText, valueText } from './changes';
import { momentText } from '../../ui/moments';
import { StepButtons } from './step-buttons';
import { stepsOfAmendment } from './steps';

/** Amendments are not revised. */
const REVISION = 1;
/** Changes that are shown at first: targets from a spreadsheet may be hundreds. */
const SHOWN_AT_FIRST = 30;

/** What was changed since the confirmation, and what is proposed to be. */
export function Amendments({ agreement }: { readonly agreement: AgreementDetailFragment }): ReactNode {
  const { agreements: messages } = texts();
  const isWaiting = ({ state }: AmendmentDetailFragment): boolean => state === 'PROPOSED';
  const waitingFirst = [
    ...agreement.amendments.filter(isWaiting),
    ...agreement.amendments.filter((it) => !isWaiting(it)),
  ];
  return (
    <section className="section">
      <h2>{messages.amendments}</h2>
      {agreement.amendments.length === 0 && <p className="soft">{messages.noAmendments}</p>}
      {waitingFirst.map((amendment) => (
        <AmendmentCard key={amendment.id} amendment={amendment} agreement={agreement} />
      ))}
    </section>
  );
}

function AmendmentCard({
  amendment,
  agreement,
}: {
  readonly amendment: AmendmentDetailFragment;
  readonly agreement: AgreementDetailFragment;
}): ReactNode {
  const { agreements: messages } = texts();
  const steps = stepsOfAmendment(amendment, agreement, useViewer());
  const { state, kind, effectiveOn, isRetroactive, warnings } = amendment;
  return (
    <section className="amendment" aria-labelledby={`amendment-${amendment.id}`}>
      <header>
        <h3 id={`amendment-${amendment.id}`}>{messages.amendmentHead(effectiveOn)}</h3>
        <span className={`badge ${state}`}>{messages.states[state]}</span>
        {kind === 'EARLY_END' && <span className="badge">{messages.kinds[kind]}</span>}
        {isRetroactive && <span className="badge">{messages.retroactive}</span>}
        <span className="page-tools screen-only">
          <StepButtons steps={steps} subject={{ id: amendment.id, revision: REVISION }} />
        </span>
      </header>
      <History amendment={amendment} />
      {warnings.map(({ code, message }) => (
        <p key={code + message} className="notice">
          {message}
        </p>
      ))}
      <Changes changes={amendment.changes} />
    </section>
  );
}

/** Who proposed it and why, and what the others said. */
function History({ amendment }: { readonly amendment: AmendmentDetailFragment }): ReactNode {
  const { agreements: messages } = texts();
  const { confirmedAt, confirmedBy, proposedBy, proposedAt, stateReason, documentNumber } = amendment;
  return (
    <ul className="amendment-history">
      <li>
        {messages.proposed(proposedBy.name, momentText(proposedAt))} · {messages.because(amendment.reason)}
        {documentNumber !== null && ` · ${messages.documentNumber} ${documentNumber}`}
      </li>
      {confirmedAt !== null && (
        <li>
          {confirmedBy === null
            ? messages.ofBureau(momentText(confirmedAt))
            : messages.confirmed(confirmedBy.name, momentText(confirmedAt))}
        </li>
      )}
      {stateReason !== null && (
        <li>
          {messages.states[amendment.state]} · {messages.because(stateReason)}
        </li>
      )}
      {amendment.answers.map(({ by, at, answer, reason }) => (
        <li key={by.id + at}>
          <b>{messages.answers[answer]}</b> · {by.name} ({momentText(at)})
          {reason !== null && ` · ${messages.because(reason)}`}
        </li>
      ))}
    </ul>
  );
}

function Changes({ changes }: { readonly changes: AmendmentDetailFragment['changes'] }): ReactNode {
  const { agreements: messages, common } = texts();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, SHOWN_AT_FIRST);
  return (
    <TableFrame label={messages.changed}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.changed}</th>
            <th scope="col">{messages.was}</th>
            <th scope="col">{messages.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((change) => (
            <tr key={[change.field, change.subject, change.aspect].join(' ')}>
              <th scope="row" className="wrap">
                {aspectText(change, messages)}
              </th>
              <td data-label={messages.was}>{valueText(change, change.was, messages) ?? common.none}</td>
              <td data-label={messages.becomes}>
                <b>{valueText(change, change.becomes, messages) ?? common.none}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < changes.length && (
        <p className="more">
          {common.count(shown.length, changes.length)}{' '}
          <button
            type="button"
            className="button screen-only"
            onClick={() => {
              setIsWhole(true);
            }}
          >
            {common.more}
          </button>
        </p>
      )}
    </TableFrame>
  );
}
