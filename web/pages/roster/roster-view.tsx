import { type ReactNode, useState } from 'react';
import { PageFrame } from '../../app/page-frame';
import { FormFiles } from '../../forms/form-files';
import type { RosterMemberFragment } from '../../generated/graphql';
import { rosterTexts } from '../../messages/roster';
import { useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Empty } from '../../ui/answered';
import { CsvButton } from '../../ui/csv-button';
import { type Day, lastDayOf, monthOf, today } from '../../ui/days';
import { PeriodPicker } from '../../ui/month-picker';
import { clampMonth, type Period, periodText } from '../../ui/months';
import { type Paper, SheetTools } from '../../ui/sheet-tools';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { type Explained, Explanation } from './explanation';
import { ParametersDialog } from './parameters-dialog';
import { RosterFacts } from './roster-facts';
import { RosterList } from './roster-list';
import { RosterTable } from './roster-table';
import { partsOf, type RosterAgreement } from './sheet';
import { StaffList } from './staff-list';

/** 附件2 as it is printed, what its figures say, and the people; of each what the member may see and do. */
export function RosterView({
  agreement,
  staff,
  place,
}: {
  readonly agreement: RosterAgreement;
  /** Undefined until they are known, and for who may not read names. */
  readonly staff: readonly RosterMemberFragment[] | undefined;
  readonly place: Place;
}): ReactNode {
  const messages = rosterTexts();
  const [explained, setExplained] = useState<Explained>();
  const [paper, choosePaper] = useState<Paper>('a3');
  const Shown = useIsNarrow() ? RosterList : RosterTable;
  const mayRead = useMay('staff.read');
  const report = agreement.staffing;
  const parts = partsOf(report, staff);
  return (
    <PageFrame
      title={messages.title}
      paper={paper}
      about={<PlaceBar head={agreement} place={place} />}
      tools={<Tools agreement={agreement} term={place.term} onPaper={choosePaper} />}
    >
      {report.members.length === 0 ? (
        <Empty>{messages.empty}</Empty>
      ) : (
        <Shown
          agreement={agreement}
          parts={parts}
          hasPay={mayRead}
          onExplain={(it) => {
            setExplained(it);
          }}
        />
      )}
      <footer className="signatures print-only">
        {messages.signatures.map((signature) => (
          <span key={signature}>{signature}</span>
        ))}
      </footer>
      <RosterFacts report={report} />
      {staff && <StaffList agreement={agreement} staff={staff} />}
      {explained && (
        <Explanation
          explained={explained}
          report={report}
          staff={staff}
          onClose={() => {
            setExplained(undefined);
          }}
        />
      )}
    </PageFrame>
  );
}

function Tools({
  agreement,
  term,
  onPaper,
}: {
  readonly agreement: RosterAgreement;
  readonly term: string;
  readonly onPaper: (paper: Paper) => void;
}): ReactNode {
  const messages = rosterTexts();
  const [, change] = useAddress();
  const mayManage = useMay('staff.manage');
  const mayRead = useMay('staff.read');
  // Of a confirmed agreement they are changed by an amendment.
  const mayConfigure = useMay('staffing.configure') && agreement.state === 'PROPOSED';
  const [isConfiguring, setConfiguring] = useState(false);
  const { from, to } = agreement.staffing;
  const bounds = { from: monthOf(agreement.startsOn), to: monthOf(agreement.endsOn) };
  const fileName = messages.fileName(agreement.station.name, periodText({ from, to }));
  const csv = {
    table: 'staffing',
    parameters: { ...daysOf({ from, to }), station: agreement.station.id },
    fileName,
  } as const;
  return (
    <>
      <PeriodPicker
        period={{ from, to }}
        bounds={bounds}
        onChange={(period) => {
          change({ ...period });
        }}
      />
      {mayManage && (
        <button
          type="button"
          className="button primary"
          onClick={() => {
            change({ enrol: '1' });
          }}
        >
          {messages.enrol}
        </button>
      )}
      {mayManage && (
        <button
          type="button"
          className="button"
          onClick={() => {
            change({ pay: clampMonth(monthOf(today()), { from: bounds.from, to }) });
          }}
        >
          {messages.pay}
        </button>
      )}
      {mayConfigure && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setConfiguring(true);
          }}
        >
          {messages.rules}
        </button>
      )}
      {mayRead ? (
        <FormFiles
          form="FUJIAN_2"
          agreement={agreement}
          term={term}
          filled={{ parameters: daysOf({ from, to }), fileName }}
          csv={csv}
        />
      ) : (
        <CsvButton {...csv} />
      )}
      <SheetTools
        onPaper={onPaper}
        heading={`${messages.title}　${agreement.station.name}　${periodText({ from, to })}`}
        fileName={fileName}
        table="table.roster"
      />
      {isConfiguring && (
        <ParametersDialog
          agreementId={agreement.id}
          onClose={() => {
            setConfiguring(false);
          }}
        />
      )}
    </>
  );
}

function daysOf({ from, to }: Period): { from: Day; to: Day } {
  return { from: `${from}-01`, to: lastDayOf(to) };
}
