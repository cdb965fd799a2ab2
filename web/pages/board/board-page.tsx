import { type ReactNode, useEffect } from 'react';
import { useConnection } from '../../api/connections';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { DistrictsDocument, ReportBoardDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { useAddress } from '../../place/at-place';
import { ChoiceFilter } from '../../place/filters';
import { useViewer } from '../../session/viewer';
import { Empty, Pending } from '../../ui/answered';
import { today } from '../../ui/days';
import { ListFoot } from '../../ui/list-foot';
import { PeriodPicker } from '../../ui/month-picker';
import { periodText } from '../../ui/months';
import { PrintButton } from '../../ui/print-button';
import { boundsOf, columnsOf, isOpenWork, periodChosen, periodOf } from './board';
import { BoardLegend, BoardTable } from './board-table';
import { Totals } from './totals';
import './board.css';

/** 月报总览: stations by months, so that one look tells what is late and what waits for whom. */
export function Page(): ReactNode {
  const { monthly } = reportingTexts();
  const [address] = useAddress();
  const period = periodOf(address, today());
  const list = useConnection(
    ReportBoardDocument,
    { ...period, district: address.get('district'), withEnded: address.has('ended') },
    ({ reportBoard }) => reportBoard,
  );
  const isLimited = address.has('open');
  useAllPages(isLimited, list.query);
  const rows = isLimited ? list.nodes?.filter(isOpenWork) : list.nodes;
  return (
    <PageFrame title={monthly.board} paper="a4-landscape" tools={<Tools />}>
      {!rows && <Pending query={list.query} />}
      {list.nodes?.length === 0 && <Empty>{monthly.boardEmpty}</Empty>}
      {rows && list.first && list.totalCount > 0 && (
        <>
          <Totals total={list.first.reportBoard.total} />
          {rows.length === 0 ? (
            <p className="soft">{monthly.allWell}</p>
          ) : (
            <BoardTable
              caption={monthly.boardCaption(periodText(period), today())}
              rows={rows}
              months={columnsOf(period)}
            />
          )}
          <BoardLegend />
          <ListFoot {...list} />
        </>
      )}
    </PageFrame>
  );
}

/** What is looked for among all stations needs all of them. */
function useAllPages(
  isNeeded: boolean,
  { hasNextPage, isFetchingNextPage, fetchNextPage }: Parameters<typeof ListFoot>[0]['query'],
): void {
  useEffect(() => {
    if (isNeeded && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isNeeded, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

/** The months, and what the board is limited to. */
function Tools(): ReactNode {
  const { monthly } = reportingTexts();
  const [address, change] = useAddress();
  const period = periodOf(address, today());
  return (
    <>
      <DistrictFilter />
      <Switch name="open" label={monthly.onlyOpen} />
      <Switch name="ended" label={monthly.withEnded} />
      <PeriodPicker
        period={period}
        bounds={boundsOf(today())}
        onChange={(chosen) => {
          change({ ...periodChosen(chosen, period) });
        }}
      />
      <PrintButton />
    </>
  );
}

function DistrictFilter(): ReactNode {
  const { monthly } = reportingTexts();
  const { analysis } = texts();
  const isOfAll = useViewer().organisation.district === null;
  const query = useOperation(DistrictsDocument, {}, { enabled: isOfAll });
  if (!isOfAll) return null;
  return (
    <ChoiceFilter name="district" label={monthly.district} all={analysis.all}>
      {query.data?.districts.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </ChoiceFilter>
  );
}

/** A choice of the address that is on or off. */
function Switch({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  const [address, change] = useAddress();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={address.has(name)}
        onChange={({ target }) => {
          change({ [name]: target.checked ? '1' : null });
        }}
      />
      <span>{label}</span>
    </label>
  );
}
