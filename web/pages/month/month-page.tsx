import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { MonthPageDocument } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useViewer } from '../../session/viewer';
import { Answered, Empty, Skeleton } from '../../ui/answered';
import { today } from '../../ui/days';
import { monthChosen } from './chosen';
import { MonthView } from './month-view';
import './month.css';

/** 月报: one month of an agreement, to be handed in, accepted or sent back. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Month place={place} />}</AtPlace>;
}

function Month({ place }: { readonly place: Place }): ReactNode {
  const { monthly } = reportingTexts();
  const [address] = useAddress();
  const { may } = useViewer();
  const query = useOperation(MonthPageDocument, { agreement: place.agreement }, { keep: true });
  return (
    <Answered query={query} skeleton={<Skeleton lines={12} />}>
      {({ agreement }) => {
        if (!agreement) return null;
        const month = monthChosen(agreement, address.get('month'), may, today());
        return month ? (
          <MonthView agreement={agreement} month={month} place={place} />
        ) : (
          <PageFrame title={monthly.one} about={<PlaceBar head={agreement} place={place} isWhole />}>
            <Empty>{monthly.noMonth}</Empty>
          </PageFrame>
        );
      }}
    </Answered>
  );
}
