import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CompletionQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { Explanation } from '../../records/explanation';
import type { Decimal } from '../../ui/decimals';
import type { Column, Line } from './sheet';

/** A figure of the table: of a column, or the total. */
export interface ExplainedFigure {
  readonly line: Line;
  readonly column: Column | undefined;
  readonly completed: Decimal;
}

/** The records behind a figure of 附件1, and the way to their list. */
export function FigureExplanation({
  figure: { line, column },
  agreement,
  onClose,
}: {
  readonly figure: ExplainedFigure;
  readonly agreement: NonNullable<CompletionQuery['agreement']>;
  readonly onClose: () => void;
}): ReactNode {
  const { completion: messages } = texts();
  const [address] = useAddress();
  const { from, to } = agreement.completion;
  const search = new URLSearchParams(address);
  search.set('indicator', line.indicator.code);
  search.set('from', from);
  search.set('to', to);
  if (column?.kind === 'ZONE') search.set('zone', column.id);
  return (
    <Explanation
      title={messages.explain(line.indicator.name, line.measure.name, column?.name ?? messages.head.total)}
      cell={{
        agreementId: agreement.id,
        from,
        to,
        indicator: line.indicator.code,
        measure: line.measure.code,
        ...(column?.kind === 'ZONE' && { zoneId: column.id }),
        ...(column?.kind === 'PROJECT' && { projectId: column.id }),
      }}
      onClose={onClose}
    >
      <Link className="button" href={`/console/records?${search.toString()}`}>
        {messages.allRecords}
      </Link>
    </Explanation>
  );
}
