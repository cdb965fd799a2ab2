import { type ReactNode, useState } from 'react';
import { useOperation } from '../../api/queries';
import { type CellInput, StaffByZoneDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { Explanation } from '../../records/explanation';
import { useMay } from '../../session/viewer';
import { Empty } from '../../ui/answered';
import { monthOf } from '../../ui/days';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { LastYear } from './last-year';
import { type CompletionAgreement, type ExplainedFigure, sheetOf } from './sheet';
import { SheetList } from './sheet-list';
import { SheetTable } from './sheet-table';

/** A figure that is explained, of the table of an agreement. */
interface Explained extends ExplainedFigure {
  readonly agreement: Pick<CompletionAgreement, 'id' | 'completion'>;
}

/** The sheet itself, alone or beside last year's, with what explains its figures. */
export function CompletionSheet({
  agreement,
  isCompared,
}: {
  readonly agreement: CompletionAgreement;
  readonly isCompared: boolean;
}): ReactNode {
  const { completion: messages } = texts();
  const mayExplain = useMay('serviceRecord.read');
  const Shown = useIsNarrow() ? SheetList : SheetTable;
  const [explained, setExplained] = useState<Explained>();
  const { id, completion } = agreement;
  const staff = useOperation(StaffByZoneDocument, { agreement: id, month: monthOf(completion.to) });
  const sheet = sheetOf(completion);
  if (sheet.lines.length === 0) return <Empty>{messages.empty}</Empty>;
  const explain = mayExplain
    ? (of: Explained['agreement']) => (figure: ExplainedFigure) => {
        setExplained({ ...figure, agreement: of });
      }
    : undefined;
  return (
    <>
      {isCompared ? (
        <LastYear agreement={agreement} onExplain={explain} />
      ) : (
        <Shown
          caption={captionOf(agreement)}
          sheet={sheet}
          time={completion.timeProgressPercent}
          staffing={staff.data?.agreement?.staffing}
          onExplain={explain?.(agreement)}
        />
      )}
      <footer className="signatures print-only">
        {messages.signatures.map((signature) => (
          <span key={signature}>{signature}</span>
        ))}
      </footer>
      {explained && (
        <Explanation
          title={messages.explain(
            explained.line.indicator.name,
            explained.line.measure.name,
            explained.column?.name ?? messages.head.total,
          )}
          cell={cellOf(explained)}
          onClose={() => {
            setExplained(undefined);
          }}
        />
      )}
    </>
  );
}

/** Of which station the table is, and of which days. */
export function captionOf({ station, completion: { from, to } }: CompletionAgreement): string {
  return texts().completion.caption(station.name, from, to);
}

function cellOf({ line, column, agreement: { id, completion } }: Explained): CellInput {
  return {
    agreementId: id,
    from: completion.from,
    to: completion.to,
    indicator: line.indicator.code,
    measure: line.measure.code,
    ...(column?.kind === 'ZONE' && { zoneId: column.id }),
    ...(column?.kind === 'PROJECT' && { projectId: column.id }),
  };
}
