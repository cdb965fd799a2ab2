import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { prefetch as prefetchOperation, queries, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import {
  EntrySheetDocument,
  type EntrySheetQuery,
  type EntrySheetQueryVariables,
  UsualMonthsDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import type { Outbox } from '../../outbox/outbox';
import { useOutbox } from '../../outbox/use-outbox';
import { AtPlace, placeOf, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { RecordTable } from '../../records/record-table';
import { useMay, useViewer } from '../../session/viewer';
import { Answered, Empty, Skeleton } from '../../ui/answered';
import { type Day, earlier, monthOf, today } from '../../ui/days';
import { Dialog } from '../../ui/dialog';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { DayStepper } from './day-stepper';
import { EntryList } from './entry-list';
import { EntryStore } from './entry-store';
import { nameOf } from './column-name';
import { Grid } from './grid';
import { type Column, type Division, divisionsOf, type Row, rowsOf, sitesOf } from './sheet';
import { Status } from './status';
import { ClosedMonth } from './closed-month';
import { usualInput, usualMonthsOf } from './usual';
import { columnsOf, filterOf, type View } from './view';
import { ViewChoice } from './view-choice';

const DIVISIONS: readonly Division[] = ['zone', 'point', 'project'];
const viewOf = (address: URLSearchParams): View => ({
  day: address.get('day') ?? today(),
  site: address.get('site'),
  by: DIVISIONS.find((division) => division === address.get('by')) ?? null,
});
const variablesOf = (place: Place, view: View): EntrySheetQueryVariables => ({
  ...place,
  filter: filterOf(view),
});

export function prefetch(address: URLSearchParams): void {
  const place = placeOf(address);
  if (place) prefetchOperation(EntrySheetDocument, variablesOf(place, viewOf(address)), { isKept: true });
}

/** The grid in which a station enters what it did on a day, or on the days of a month. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Entry place={place} />}</AtPlace>;
}

function Entry({ place }: { readonly place: Place }): ReactNode {
  const [address] = useAddress();
  const asked = address.get('day');
  const view = viewOf(address);
  const outbox = useOutbox();
  const query = useOperation(EntrySheetDocument, variablesOf(place, view), { isKept: true });
  return (
    <Answered query={query} skeleton={<Skeleton lines={20} />}>
      {(sheet) => {
        const { agreement } = sheet;
        if (!agreement || !outbox) return <Skeleton lines={20} />;
        const term = agreement.terms.find(({ id }) => id === place.term);
        const last = earlier(term?.endsOn ?? today(), today());
        // A term that has ended is opened at its last day.
        if (asked === null && last !== today()) return <OpenAt day={last} />;
        return (
          <Sheet
            key={[agreement.id, view.day, view.by, view.site].join(' ')}
            sheet={sheet}
            agreement={agreement}
            view={view}
            days={[term?.startsOn ?? view.day, last]}
            place={place}
            outbox={outbox}
          />
        );
      }}
    </Answered>
  );
}

function OpenAt({ day }: { readonly day: Day }): ReactNode {
  const [, change] = useAddress();
  useEffect(() => {
    change({ day }, { replace: true });
  });
  return <Skeleton lines={20} />;
}

interface SheetProps {
  readonly sheet: EntrySheetQuery;
  readonly agreement: NonNullable<EntrySheetQuery['agreement']>;
  readonly view: View;
  /** The first and the last day that figures can be entered for. */
  readonly days: readonly [first: Day, last: Day];
  readonly place: Place;
  readonly outbox: Outbox;
}

function Sheet({ sheet: { indicators }, agreement, view, days, place, outbox }: SheetProps): ReactNode {
  const { entry: messages } = texts();
  const { id: memberId } = useViewer();
  const mayCorrectAny = useMay('serviceRecord.correctAny');
  const isNarrow = useIsNarrow();
  const [, change] = useAddress();
  const closed = agreement.months.find(
    ({ month, state }) => month === monthOf(view.day) && (state === 'HANDED_IN' || state === 'ACCEPTED'),
  );
  const isClosed = closed !== undefined;
  const [opened, setOpened] = useState<{ row: Row; column: Column }>();
  const divisions = divisionsOf(agreement);
  const [sites] = useState(() => sitesOf(agreement, view.by ?? divisions[0] ?? null));
  const [columns] = useState(() => columnsOf(view, sites, ...days));
  // Rows keep their order while one works on them, though their figures move.
  const [order] = useState(() => rowsOf(indicators, agreement));
  const rows = useMemo(() => {
    const now = new Map(rowsOf(indicators, agreement).map((row) => [row.key, row]));
    return order.map((row) => ({ ...(now.get(row.key) ?? row), isFolded: row.isFolded }));
  }, [order, indicators, agreement]);
  const [store] = useState(
    () =>
      new EntryStore({
        memberId,
        mayCorrectAny,
        agreementId: agreement.id,
        sites,
        records: agreement.serviceRecords.nodes,
        isClosed,
        outbox,
      }),
  );
  useEffect(() => store.start(), [store]);
  const usual = useOperation(UsualMonthsDocument, {
    input: usualInput(agreement.station.id, view.day, sites),
  });
  useEffect(() => {
    if (usual.data) store.setUsual(usualMonthsOf(usual.data.analytics.rows));
  }, [store, usual.data]);
  useEffect(() => {
    store.refresh(agreement.serviceRecords.nodes, isClosed);
  }, [store, agreement, isClosed]);
  useEffect(() => {
    let timer: number | undefined;
    // The sums beside the grid follow, once it is quiet.
    const stop = outbox.whenSaved(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries();
      }, 1500);
    });
    return () => {
      stop();
      if (timer === undefined) return;
      window.clearTimeout(timer);
      // Another sheet that comes now would have the figures of before.
      void queries.invalidateQueries();
    };
  }, [outbox]);

  const open = (row: Row, column: Column): void => {
    setOpened({ row, column });
  };
  const nameOfIndicator = (code: string): string => indicators.find((it) => it.code === code)?.name ?? code;
  return (
    <PageFrame
      title={messages.title}
      about={<PlaceBar head={agreement} place={place} />}
      tools={
        <>
          <Status outbox={outbox} store={store} nameOf={nameOfIndicator} />
          <ViewChoice divisions={divisions} sites={sites} view={view} />
          <DayStepper
            day={view.day}
            isMonth={view.site !== null}
            days={days}
            onChange={(to) => {
              change({ day: to });
            }}
          />
        </>
      }
    >
      {closed && <ClosedMonth agreement={agreement.id} {...closed} />}
      {agreement.serviceRecords.nodes.length < agreement.serviceRecords.totalCount ? (
        <Empty>{messages.tooMany}</Empty>
      ) : isNarrow ? (
        <EntryList rows={rows} columns={columns} store={store} onOpen={open} />
      ) : (
        <>
          <Grid rows={rows} columns={columns} store={store} onOpen={open} />
          <p className="soft grid-hint">{messages.hint}</p>
        </>
      )}
      {opened && (
        <Dialog
          isDrawer
          title={messages.records(opened.row.indicator.name, nameOf(opened.column))}
          onClose={() => {
            setOpened(undefined);
          }}
        >
          {closed && <ClosedMonth agreement={agreement.id} {...closed} />}
          <RecordTable records={store.recordsOf(opened.row, opened.column)} />
        </Dialog>
      )}
    </PageFrame>
  );
}
