import { type ReactNode, useState } from 'react';
import { prefetch as prefetchOperation, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { MonthsDocument, type MonthsQuery, type MonthsQueryVariables } from '../../generated/graphql';
import { texts } from '../../messages';
import { AtPlace, placeOf, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { Explanation } from '../../records/explanation';
import { useMay } from '../../session/viewer';
import { Answered, Empty, Skeleton } from '../../ui/answered';
import { type Month, monthOf } from '../../ui/days';
import { PeriodPicker } from '../../ui/month-picker';
import { monthText, periodText } from '../../ui/months';
import { csvOf } from '../../ui/csv';
import { saveFile } from '../../ui/save-file';
import { type Paper, SheetTools } from '../../ui/sheet-tools';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { csvRows, daysCounted, monthIn, type MonthsRow } from './months';
import { MonthsList } from './months-list';
import { MonthsTable } from './months-table';
import '../../ui/sheet.css';

type Agreement = NonNullable<MonthsQuery['agreement']>;

const variablesOf = (place: Place, address: URLSearchParams): MonthsQueryVariables => ({
  ...place,
  zone: address.get('zone'),
  from: monthIn(address.get('from')) ?? null,
  to: monthIn(address.get('to')) ?? null,
});

export function prefetch(address: URLSearchParams): void {
  const place = placeOf(address);
  if (place) prefetchOperation(MonthsDocument, variablesOf(place, address));
}

/** 逐月完成情况: every indicator of a term, month by month. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Months place={place} />}</AtPlace>;
}

function Months({ place }: { readonly place: Place }): ReactNode {
  const [address] = useAddress();
  const [paper, choosePaper] = useState<Paper>('a3');
  const query = useOperation(MonthsDocument, variablesOf(place, address), { keep: true });
  const { months: messages, common } = texts();
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {({ agreement }) => {
        if (!agreement) return null;
        const fileName = messages.fileName(agreement.station.name, agreement.monthlyCompletion.to);
        return (
          <PageFrame
            title={messages.title}
            paper={paper}
            about={<PlaceBar head={agreement} place={place} />}
            tools={
              <>
                <Choices agreement={agreement} place={place} />
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    saveFile(csvOf(csvRows(agreement.monthlyCompletion, headsOfCsv())), `${fileName}.csv`);
                  }}
                >
                  {common.csv}
                </button>
                <SheetTools
                  onPaper={choosePaper}
                  heading={`${messages.title}　${captionOf(agreement, address.get('zone'))}`}
                  fileName={fileName}
                />
              </>
            }
          >
            <Table agreement={agreement} place={place} />
          </PageFrame>
        );
      }}
    </Answered>
  );
}

/** Of which zone, and which months. */
function Choices({
  agreement: { zones, terms, monthlyCompletion },
  place,
}: {
  readonly agreement: Agreement;
  readonly place: Place;
}): ReactNode {
  const { completion, months: messages } = texts();
  const [address, change] = useAddress();
  const term = terms.find(({ id }) => id === place.term);
  const shown = { from: monthOf(monthlyCompletion.from), to: monthOf(monthlyCompletion.to) };
  return (
    <>
      {zones.length > 0 && (
        <label className="field inline">
          <span className="label">{completion.zone}</span>
          <select
            className="input"
            value={address.get('zone') ?? ''}
            onChange={({ target: { value } }) => {
              change({ zone: value === '' ? null : value });
            }}
          >
            <option value="">{messages.allZones}</option>
            {zones.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {term && (
        <PeriodPicker
          period={shown}
          bounds={{ from: monthOf(term.startsOn), to: monthOf(term.endsOn) }}
          onChange={({ from, to }) => {
            change({ from, to });
          }}
        />
      )}
    </>
  );
}

function Table({ agreement, place }: { readonly agreement: Agreement; readonly place: Place }): ReactNode {
  const { completion } = texts();
  const mayExplain = useMay('serviceRecord.read');
  const Shown = useIsNarrow() ? MonthsList : MonthsTable;
  const [address] = useAddress();
  const [explained, setExplained] = useState<{ readonly row: MonthsRow; readonly month?: Month }>();
  const { id, zones, terms, monthlyCompletion: sheet } = agreement;
  if (sheet.rows.length === 0) return <Empty>{completion.empty}</Empty>;
  const zone = zones.find((it) => it.id === address.get('zone'));
  return (
    <>
      <Shown
        caption={captionOf(agreement, address.get('zone'))}
        sheet={sheet}
        term={terms.find((it) => it.id === place.term)}
        onExplain={
          mayExplain
            ? (row, month) => {
                setExplained({ row, ...(month !== undefined && { month }) });
              }
            : undefined
        }
      />
      {explained && (
        <Explanation
          title={completion.explain(
            explained.row.indicator.name,
            explained.row.measure.name,
            explained.month === undefined ? completion.head.total : monthText(explained.month),
          )}
          cell={{
            agreementId: id,
            indicator: explained.row.indicator.code,
            measure: explained.row.measure.code,
            ...daysCounted(sheet, explained.month),
            ...(zone && { zoneId: zone.id }),
          }}
          onClose={() => {
            setExplained(undefined);
          }}
        />
      )}
    </>
  );
}

function captionOf(
  { station, zones, monthlyCompletion: { from, to } }: Agreement,
  chosen: string | null,
): string {
  const zone = zones.find(({ id }) => id === chosen)?.name ?? texts().months.allZones;
  return [station.name, zone, periodText({ from: monthOf(from), to: monthOf(to) })].join('　');
}

function headsOfCsv(): { before: string[]; after: string[] } {
  const { head } = texts().completion;
  const { measure, unit } = texts().months;
  return { before: [head.indicator, measure, unit], after: [head.total, head.target, `${head.percent} %`] };
}
