import { type ReactNode, useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { useOperation } from '../api/queries';
import { AgreementPlaceDocument, FirstPlacesDocument } from '../generated/graphql';
import { texts } from '../messages';
import { Answered, Empty, Skeleton } from '../ui/answered';
import { today } from '../ui/days';
import { rememberPlace } from './last-place';
import { firstPlace, type Place, placeIn } from './places';

/** The place that an address names, if it names all of it. */
export function placeOf(address: URLSearchParams): Place | undefined {
  const agreement = address.get('agreement');
  const term = address.get('term');
  return agreement === null || term === null ? undefined : { agreement, term };
}

/** A page about one agreement and term: those of its address, or else the member's first, which is written there. */
export function AtPlace({ children }: { readonly children: (place: Place) => ReactNode }): ReactNode {
  const [query] = useSearchParams();
  const agreement = query.get('agreement');
  const term = query.get('term');
  if (agreement === null) return <FirstPlace />;
  if (term === null) return <FirstTerm agreement={agreement} />;
  return <Known place={{ agreement, term }}>{children}</Known>;
}

function Known({
  place,
  children,
}: {
  readonly place: Place;
  readonly children: (place: Place) => ReactNode;
}): ReactNode {
  useEffect(() => {
    rememberPlace(place);
  });
  return children(place);
}

function FirstPlace(): ReactNode {
  const query = useOperation(FirstPlacesDocument, {}, { isKept: true });
  return (
    <Answered query={query}>
      {({ viewer, stations }) => (
        <GoTo place={firstPlace([...(viewer.stations ?? []), ...stations.nodes], today())} />
      )}
    </Answered>
  );
}

function FirstTerm({ agreement }: { readonly agreement: string }): ReactNode {
  const query = useOperation(AgreementPlaceDocument, { agreement }, { isKept: true });
  return (
    <Answered query={query}>
      {(data) => <GoTo place={data.agreement ? placeIn(data.agreement, today()) : undefined} />}
    </Answered>
  );
}

/** Replaces the address, so that going back leaves the page. */
function GoTo({ place }: { readonly place: Place | undefined }): ReactNode {
  const [, setQuery] = useSearchParams();
  useEffect(() => {
    if (!place) return;
    setQuery(
      (before) => {
        before.set('agreement', place.agreement);
        before.set('term', place.term);
        return before;
      },
      { replace: true },
    );
  }, [place, setQuery]);
  return place ? <Skeleton /> : <Empty>{texts().place.noAgreement}</Empty>;
}

/** Sets values of the address; null takes one out. */
export function useAddress(): [
  URLSearchParams,
  (changes: Record<string, string | null>, options?: { replace: boolean }) => void,
] {
  const [query, setQuery] = useSearchParams();
  const change = (changes: Record<string, string | null>, options?: { replace: boolean }): void => {
    setQuery((before) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) before.delete(name);
        else before.set(name, value);
      }
      return before;
    }, options);
  };
  return [query, change];
}
