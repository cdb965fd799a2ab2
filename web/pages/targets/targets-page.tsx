import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { DayField } from '../../forms/day-field';
import { FormFiles } from '../../forms/form-files';
import { TargetsDocument, type TargetsOfAgreementFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay, useViewer } from '../../session/viewer';
import { Answered, Empty, Skeleton } from '../../ui/answered';
import { earlier, parseDay, today } from '../../ui/days';
import { type Paper, SheetTools } from '../../ui/sheet-tools';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { amendmentsOf, gridOf } from './grid';
import { TargetsForm } from './targets-form';
import { TargetsList } from './targets-list';
import { TargetsTable, TargetValue } from './targets-table';
import '../../ui/sheet.css';
import './targets.css';

/** 协议量: what an agreement asks for in a term, zone by zone. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Targets key={place.agreement} place={place} />}</AtPlace>;
}

function Targets({ place }: { readonly place: Place }): ReactNode {
  const [address] = useAddress();
  const on = parseDay(address.get('on') ?? '') ?? null;
  const query = useOperation(TargetsDocument, { ...place, on }, { keep: true });
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {({ agreement }) => agreement && <Shown agreement={agreement} place={place} />}
    </Answered>
  );
}

function Shown({
  agreement,
  place,
}: {
  readonly agreement: TargetsOfAgreementFragment;
  readonly place: Place;
}): ReactNode {
  const { targets: messages, agreements, completion } = texts();
  const viewer = useViewer();
  const maySet = useMay('target.set');
  // The official form has the workers of each zone too.
  const mayReadForm = useMay('staffing.read');
  const isOwnProposal = agreement.state === 'PROPOSED' && agreement.proposedBy.id === viewer.organisation.id;
  const [paper, choosePaper] = useState<Paper>('a4-landscape');
  const [address, change] = useAddress();
  const { station, state, startsOn, endsOn } = agreement;
  const now = today() < startsOn ? startsOn : earlier(today(), endsOn);
  const on = parseDay(address.get('on') ?? '') ?? now;
  const term = agreement.terms.find(({ id }) => id === place.term);
  const heading = [station.name, messages.title, term?.name ?? '', messages.asOf(on)].join('　');
  return (
    <PageFrame
      title={messages.title}
      paper={paper}
      about={
        <>
          <PlaceBar head={agreement} place={place} />
          {state !== 'CONFIRMED' && <span className={`badge ${state}`}>{agreements.states[state]}</span>}
        </>
      }
      tools={
        <>
          {state === 'CONFIRMED' && (
            <DayField
              key={on}
              day={on}
              label={texts().completion.asOf}
              onChange={(day) => {
                change({ on: day });
              }}
            />
          )}
          <Amend agreement={agreement} />
          {mayReadForm && (
            <FormFiles
              form="FUJIAN_1"
              agreement={agreement}
              term={place.term}
              filled={{ parameters: { term: place.term }, fileName: completion.fileName(station.name, on) }}
            />
          )}
          <SheetTools
            onPaper={choosePaper}
            heading={heading}
            fileName={messages.fileName(station.name, on)}
          />
        </>
      }
    >
      {isOwnProposal && maySet ? (
        <TargetsForm key={place.term} agreement={agreement} termId={place.term} caption={heading} />
      ) : (
        <InForce agreement={agreement} caption={heading} />
      )}
    </PageFrame>
  );
}

const addressOf = (id: string): string =>
  `/console/agreements?${new URLSearchParams({ agreement: id }).toString()}`;

/** What is confirmed changes by an amendment alone. */
function Amend({ agreement: { id, state } }: { readonly agreement: TargetsOfAgreementFragment }): ReactNode {
  const { agreements } = texts();
  const mayPropose = useMay('amendment.propose');
  if (state !== 'CONFIRMED') return <Link href={addressOf(id)}>{texts().targets.agreement}</Link>;
  if (!mayPropose) return null;
  return (
    <Link className="button" href={`${addressOf(id)}&amend=1`}>
      {agreements.propose}
    </Link>
  );
}

function InForce({
  agreement,
  caption,
}: {
  readonly agreement: TargetsOfAgreementFragment;
  readonly caption: string;
}): ReactNode {
  const { targets: messages } = texts();
  const Shown = useIsNarrow() ? TargetsList : TargetsTable;
  const grid = gridOf(agreement);
  const amendments = amendmentsOf(agreement.targets);
  if (grid.lines.length === 0)
    return <Empty>{agreement.state === 'CONFIRMED' ? messages.empty : messages.emptyProposal}</Empty>;
  return (
    <>
      <Shown
        caption={caption}
        grid={grid}
        hasTotal={grid.sites.length > 1}
        cell={(line, site) => (
          <TargetValue target={grid.lines[line]?.cells[site]} href={addressOf(agreement.id)} />
        )}
      />
      {amendments.length > 0 && (
        <section className="section amended">
          <h2>{messages.amendments}</h2>
          <ul>
            {amendments.map(({ id, effectiveOn, reason, documentNumber }) => (
              <li key={id}>
                <Link href={addressOf(agreement.id)}>{messages.since(effectiveOn)}</Link>{' '}
                {messages.because(reason)}
                {documentNumber !== null && ` · ${texts().agreements.documentNumber} ${documentNumber}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
