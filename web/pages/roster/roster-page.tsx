import { type ReactNode, useEffect } from 'react';
import { prefetch as prefetchOperation, useOperation } from '../../api/queries';
import { AgreementPlaceDocument, RosterDocument, StaffDocument } from '../../generated/graphql';
import { AtPlace, placeOf, useAddress } from '../../place/at-place';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered, Skeleton } from '../../ui/answered';
import { monthOf, today } from '../../ui/days';
import { clampMonth, type Period } from '../../ui/months';
import { EnrolmentForm } from './enrolment-form';
import { PayForm } from './pay-form';
import { RosterView } from './roster-view';
import './roster.css';

export function prefetch(address: URLSearchParams): void {
  const place = placeOf(address);
  const period = periodOf(address);
  if (place && period) prefetchOperation(RosterDocument, { agreement: place.agreement, ...period });
}

/** 社工到岗情况表 (附件2) of an agreement over whole months, and the people on it. */
export function Page(): ReactNode {
  return (
    <AtPlace>
      {(place) => (
        <AtMonths key={place.agreement} place={place}>
          {(period) => <Roster place={place} period={period} />}
        </AtMonths>
      )}
    </AtPlace>
  );
}

function periodOf(address: URLSearchParams): Period | undefined {
  const [from, to] = [address.get('from'), address.get('to')];
  const areMonths = [from, to].every((text) => /^\d{4}-\d{2}$/.test(text ?? ''));
  return from !== null && to !== null && areMonths ? { from, to } : undefined;
}

/** The months of the address within those of the agreement; without any, all that have begun are written there. */
function AtMonths({
  place,
  children,
}: {
  readonly place: Place;
  readonly children: (period: Period) => ReactNode;
}): ReactNode {
  const [address, change] = useAddress();
  const period = periodOf(address);
  const query = useOperation(
    AgreementPlaceDocument,
    { agreement: place.agreement },
    { enabled: period === undefined },
  );
  const agreement = query.data?.agreement;
  useEffect(() => {
    if (period !== undefined || !agreement) return;
    const bounds = { from: monthOf(agreement.startsOn), to: monthOf(agreement.endsOn) };
    change({ from: bounds.from, to: clampMonth(monthOf(today()), bounds) }, { replace: true });
  });
  return period === undefined ? <Answered query={query}>{() => <Skeleton />}</Answered> : children(period);
}

function Roster({ place, period }: { readonly place: Place; readonly period: Period }): ReactNode {
  const { agreement } = place;
  const [address, change] = useAddress();
  const mayManage = useMay('staff.manage');
  const mayRead = useMay('staff.read');
  const query = useOperation(RosterDocument, { agreement, ...period }, { keep: true });
  const staff = useOperation(StaffDocument, { agreement }, { enabled: mayRead });
  const close = (): void => {
    change({ enrol: null, pay: null }, { replace: true });
  };
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {(data) => {
        if (!data.agreement) return null;
        const people = staff.data?.agreement?.staff;
        if (mayManage && address.has('enrol'))
          return <EnrolmentForm agreement={data.agreement} onClose={close} />;
        const pay = address.get('pay');
        if (mayManage && pay !== null && people)
          return <PayForm key={pay} agreement={data.agreement} staff={people} month={pay} onClose={close} />;
        return <RosterView agreement={data.agreement} staff={people} place={place} />;
      }}
    </Answered>
  );
}
