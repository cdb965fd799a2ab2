import { type ReactNode, useState } from 'react';
import { prefetch as prefetchOperation, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import {
  CompletionDocument,
  type CompletionQuery,
  type CompletionQueryVariables,
  StaffByZoneDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, placeOf, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered, Empty, Skeleton } from '../../ui/answered';
import { CsvButton } from '../../ui/csv-button';
import { monthOf } from '../../ui/days';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { AsOf } from './as-of';
import { type ExplainedFigure, FigureExplanation } from './figure-explanation';
import { type Sheet, sheetOf } from './sheet';
import { SheetList } from './sheet-list';
import { SheetTable } from './sheet-table';
import './completion.css';

const variablesOf = (place: Place, address: URLSearchParams): CompletionQueryVariables => ({
  ...place,
  to: address.get('to'),
});

export function prefetch(address: URLSearchParams): void {
  const place = placeOf(address);
  if (place) prefetchOperation(CompletionDocument, variablesOf(place, address));
}

/** 指标完成情况表 (附件1) of a term as of a day. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Completion place={place} />}</AtPlace>;
}

function Completion({ place }: { readonly place: Place }): ReactNode {
  const [address, change] = useAddress();
  const query = useOperation(CompletionDocument, variablesOf(place, address), { keep: true });
  const messages = texts();
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.completion.title}
            paper="a3"
            about={<PlaceBar head={agreement} place={place} />}
            tools={
              <>
                <AsOf
                  table={agreement.completion}
                  term={agreement.terms.find(({ id }) => id === place.term)}
                  onChange={(to) => {
                    change({ to });
                  }}
                />
                <CsvButton
                  table="completion"
                  parameters={{
                    from: agreement.completion.from,
                    to: agreement.completion.to,
                    station: agreement.station.id,
                  }}
                  fileName={messages.completion.fileName(agreement.station.name, agreement.completion.to)}
                />
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    window.print();
                  }}
                >
                  {messages.common.print}
                </button>
              </>
            }
          >
            <Table agreement={agreement} sheet={sheetOf(agreement.completion)} />
          </PageFrame>
        )
      }
    </Answered>
  );
}

function Table({
  agreement,
  sheet,
}: {
  readonly agreement: NonNullable<CompletionQuery['agreement']>;
  readonly sheet: Sheet;
}): ReactNode {
  const { completion: messages } = texts();
  const mayExplain = useMay('serviceRecord.read');
  const Shown = useIsNarrow() ? SheetList : SheetTable;
  const [explained, setExplained] = useState<ExplainedFigure>();
  const { id, completion } = agreement;
  const staff = useOperation(StaffByZoneDocument, { agreement: id, month: monthOf(completion.to) });
  if (sheet.lines.length === 0) return <Empty>{messages.empty}</Empty>;
  return (
    <>
      <Shown
        caption={messages.caption(agreement.station.name, completion.from, completion.to)}
        sheet={sheet}
        time={completion.timeProgressPercent}
        staffing={staff.data?.agreement?.staffing}
        onExplain={
          mayExplain
            ? (figure) => {
                setExplained(figure);
              }
            : undefined
        }
      />
      <footer className="signatures print-only">
        {messages.signatures.map((signature) => (
          <span key={signature}>{signature}</span>
        ))}
      </footer>
      {explained && (
        <FigureExplanation
          figure={explained}
          agreement={agreement}
          onClose={() => {
            setExplained(undefined);
          }}
        />
      )}
    </>
  );
}
