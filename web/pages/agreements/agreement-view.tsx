import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { RenameDialog } from '../../forms/rename-dialog';
import {
  AgreementDetailsDocument,
  type AgreementDetailFragment,
  RenameStationDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useMay, useViewer } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { Amendments } from './amendments';
import { Events, Facts, Instalments, Structure } from './agreement-parts';
import { Papers } from './papers';
import { StepButtons } from './step-buttons';
import { missingParties, stepsOfAgreement } from './steps';
import { Targets } from './targets';

/** One agreement: its state, what it says, and what the member may do with it. */
export function AgreementView({ id }: { readonly id: string }): ReactNode {
  const query = useOperation(AgreementDetailsDocument, { agreement: id });
  return (
    <Answered query={query}>{({ agreement }) => agreement && <Details agreement={agreement} />}</Answered>
  );
}

function Details({ agreement }: { readonly agreement: AgreementDetailFragment }): ReactNode {
  const { agreements: messages } = texts();
  const [, change] = useAddress();
  const viewer = useViewer();
  const mayRegister = useMay('agreement.register');
  const mayPropose = useMay('amendment.propose');
  const mayRename = useMay('station.rename');
  return (
    <PageFrame
      title={agreement.station.name}
      about={
        <>
          <span className={`badge ${agreement.state}`}>{messages.states[agreement.state]}</span>
          <span className="soft">{messages.range(agreement.startsOn, agreement.endsOn)}</span>
          <Link href="/console/agreements" className="screen-only">
            {messages.all}
          </Link>
          <Link href={`/console/roster?agreement=${agreement.id}`} className="screen-only">
            {messages.roster}
          </Link>
        </>
      }
      tools={
        <>
          {agreement.state === 'CONFIRMED' && mayPropose && (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                change({ amend: '1' });
              }}
            >
              {messages.propose}
            </button>
          )}
          {agreement.state === 'CONFIRMED' && mayRegister && (
            <button
              type="button"
              className="button"
              onClick={() => {
                change({ renew: '1' });
              }}
            >
              {messages.renew}
            </button>
          )}
          {agreement.state === 'PROPOSED' &&
            agreement.proposedBy.id === viewer.organisation.id &&
            mayRegister && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  change({ revise: '1' });
                }}
              >
                {messages.revise}
              </button>
            )}
          {mayRename && <RenameStation station={agreement.station} />}
          <StepButtons steps={stepsOfAgreement(agreement, viewer)} subject={agreement} />
        </>
      }
    >
      <StateNotes agreement={agreement} />
      {agreement.state === 'CONFIRMED' && <Amendments agreement={agreement} />}
      <div className="columns">
        <Facts agreement={agreement} />
        <Papers agreement={agreement} />
      </div>
      <div className="columns">
        <Structure agreement={agreement} />
        <Instalments agreement={agreement} />
      </div>
      <Targets agreement={agreement} />
      {agreement.events.length > 0 && <Events agreement={agreement} />}
    </PageFrame>
  );
}

/** The bureau gives a station another name from a day on. */
function RenameStation({ station: { id, name } }: Pick<AgreementDetailFragment, 'station'>): ReactNode {
  const { agreements: messages } = texts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        {messages.renameStation}
      </button>
      {isOpen && (
        <RenameDialog
          title={messages.renameStation}
          name={name}
          rename={async (renaming) =>
            (await ask(RenameStationDocument, { input: { stationId: id, ...renaming } })).renameStation
          }
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

/** What is to be known of its state before anything else. */
function StateNotes({ agreement }: { readonly agreement: AgreementDetailFragment }): ReactNode {
  const { agreements: messages } = texts();
  const { state, stateReason, warnings } = agreement;
  const missing = missingParties(agreement).map(({ name }) => name);
  return (
    <div className="state-notes">
      {state === 'PROPOSED' && <p className="notice">{messages.waitsFor(missing.join(messages.and))}</p>}
      {stateReason !== null && <p className="notice">{messages.because(stateReason)}</p>}
      {warnings.map(({ code, message }) => (
        <p key={code + message} className="notice">
          {message}
        </p>
      ))}
    </div>
  );
}
