import type { ReactNode } from 'react';
import { prefetch as prefetchOperation, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { DayField } from '../../forms/day-field';
import { FundingDocument, type FundingQueryVariables } from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, placeOf, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { Answered, Skeleton } from '../../ui/answered';
import { CsvButton } from '../../ui/csv-button';
import { BudgetTable } from './budget-table';
import type { FundingAgreement } from './entries';
import { FiscalYears } from './fiscal-years';
import { Instalments } from './instalments';
import { Ledgers } from './ledgers';
import { MoneyTools } from './money-tools';
import { Summary } from './summary';
import './funding.css';

const variablesOf = ({ agreement }: Place, address: URLSearchParams): FundingQueryVariables => ({
  agreement,
  on: address.get('on'),
});

export function prefetch(address: URLSearchParams): void {
  const place = placeOf(address);
  if (place) prefetchOperation(FundingDocument, variablesOf(place, address));
}

/** 经费: what an agreement's money is as of a day, and where it came from and went. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Funding place={place} />}</AtPlace>;
}

function Funding({ place }: { readonly place: Place }): ReactNode {
  const [address] = useAddress();
  const query = useOperation(FundingDocument, variablesOf(place, address), { keep: true });
  return (
    <Answered query={query} skeleton={<Skeleton lines={20} />}>
      {({ agreement }) => agreement && <View agreement={agreement} place={place} />}
    </Answered>
  );
}

function View({
  agreement,
  place,
}: {
  readonly agreement: FundingAgreement;
  readonly place: Place;
}): ReactNode {
  const { funding: messages, common } = texts();
  const [, change] = useAddress();
  const report = agreement.funding;
  return (
    <PageFrame
      title={messages.title}
      about={<PlaceBar head={agreement} place={place} />}
      tools={
        <>
          <DayField
            key={report.asOf}
            day={report.asOf}
            label={messages.asOf}
            onChange={(on) => {
              change({ on });
            }}
          />
          <MoneyTools agreement={agreement} />
          <CsvButton
            table="funding"
            parameters={{ from: agreement.startsOn, to: report.asOf, station: agreement.station.id }}
            fileName={messages.fileName(agreement.station.name, report.asOf)}
          />
          <button
            type="button"
            className="button"
            onClick={() => {
              window.print();
            }}
          >
            {common.print}
          </button>
        </>
      }
    >
      <p className="print-only">{messages.caption(agreement.station.name, report.asOf)}</p>
      <Summary report={report} />
      <div className="columns wide-columns">
        <Instalments report={report} />
        <BudgetTable report={report} />
      </div>
      <FiscalYears report={report} />
      <Ledgers key={agreement.id} agreement={agreement} />
      <footer className="signatures print-only">
        {messages.signatures.map((signature) => (
          <span key={signature}>{signature}</span>
        ))}
      </footer>
    </PageFrame>
  );
}
