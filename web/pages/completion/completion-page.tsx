import { type ReactNode, useState } from 'react';
import { prefetch as prefetchOperation, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { FormFiles } from '../../forms/form-files';
import { CompletionDocument, type CompletionQueryVariables } from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, placeOf, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { Answered, Skeleton } from '../../ui/answered';
import { type Paper, SheetTools } from '../../ui/sheet-tools';
import { AsOf } from './as-of';
import { captionOf, CompletionSheet } from './completion-sheet';
import '../../ui/sheet.css';
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
  const [paper, choosePaper] = useState<Paper>('a3');
  const isCompared = address.has('compare');
  const messages = texts();
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.completion.title}
            paper={paper}
            about={<PlaceBar head={agreement} place={place} />}
            tools={
              <>
                <AsOf
                  // At once, and not with the answer, which would take away what is typed meanwhile.
                  table={{ ...agreement.completion, to: address.get('to') ?? agreement.completion.to }}
                  term={agreement.terms.find(({ id }) => id === place.term)}
                  onChange={(to) => {
                    change({ to });
                  }}
                />
                <button
                  type="button"
                  className="button"
                  aria-pressed={isCompared}
                  onClick={() => {
                    change({ compare: isCompared ? null : '1' });
                  }}
                >
                  {messages.completion.compare}
                </button>
                <FormFiles
                  form="FUJIAN_1"
                  agreement={agreement}
                  term={place.term}
                  filled={{
                    parameters: { term: place.term, to: agreement.completion.to },
                    fileName: messages.completion.fileName(agreement.station.name, agreement.completion.to),
                  }}
                  csv={{
                    table: 'completion',
                    parameters: {
                      from: agreement.completion.from,
                      to: agreement.completion.to,
                      station: agreement.station.id,
                    },
                    fileName: messages.completion.fileName(agreement.station.name, agreement.completion.to),
                  }}
                />
                <SheetTools
                  onPaper={choosePaper}
                  heading={`${messages.completion.title}　${captionOf(agreement)}`}
                  fileName={messages.completion.fileName(agreement.station.name, agreement.completion.to)}
                />
              </>
            }
          >
            <CompletionSheet agreement={agreement} isCompared={isCompared} />
          </PageFrame>
        )
      }
    </Answered>
  );
}
