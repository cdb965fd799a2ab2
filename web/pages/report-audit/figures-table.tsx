import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../messages';
import { reportAuditTexts } from '../../messages/report-audit';
import { addressOf, type Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { TableFrame } from '../../ui/table-frame';
import {
  type Audit,
  type Figure,
  type FigureRow,
  figuresIn,
  type VerdictStyle,
  styleOf,
  SIGNS,
} from './figure-rows';
import { againstWords, insideWords, subjectWords } from './words';

interface TableProps {
  readonly rows: readonly FigureRow[];
  readonly audit: Pick<Audit, 'from' | 'to'>;
  readonly place: Place | undefined;
}

/** The table of a report, its cells coloured by their verdict; beside it both verdicts in words. */
export function FiguresTable({ rows, audit, place }: TableProps): ReactNode {
  const messages = reportAuditTexts();
  const { columns } = messages;
  return (
    <TableFrame label={messages.figures}>
      <table className="table audited cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.zone}</th>
            <th scope="col">{columns.target}</th>
            <th scope="col">{columns.completed}</th>
            <th scope="col">{columns.percent}</th>
            <th scope="col">{messages.againstRecords}</th>
            <th scope="col">{messages.inReport}</th>
            <th scope="col">{messages.where}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <RecordsLink {...{ row, audit, place }} />
              </th>
              <td className="text" data-label={columns.zone}>
                {row.about.zone?.name ?? messages.total}
              </td>
              <PrintedCell row={row} kind="TARGET" label={columns.target} />
              <PrintedCell row={row} kind="COMPLETED" label={columns.completed} />
              <PrintedCell row={row} kind="PERCENT" label={columns.percent} />
              <td className="text wrap" data-label={messages.againstRecords}>
                <Words of={againstWords(row)} />
              </td>
              <td className="text wrap" data-label={messages.inReport}>
                <Words of={insideWords(row)} />
              </td>
              <td className="text wrap soft" data-label={messages.where}>
                {row.isMissing ? messages.missing : wheres(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const wheres = (row: FigureRow): string => [...new Set(figuresIn(row).map(({ where }) => where))].join(', ');

function Words({ of }: { readonly of: readonly string[] }): ReactNode {
  return (
    <ul>
      {of.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** A figure as printed, with a sign for each of its verdicts, and their words for who does not see it. */
function PrintedCell({
  row,
  kind,
  label,
}: {
  readonly row: FigureRow;
  readonly kind: Figure['kind'];
  readonly label: string;
}): ReactNode {
  const messages = reportAuditTexts();
  const figure = row.figures[kind];
  if (!figure) return <td data-label={label}>{texts().common.nothing}</td>;
  const look = styleOf(figure.verdict);
  const words = figure.verdict === null ? messages.notCompared : messages.verdicts[figure.verdict];
  const faults = figure.inReport.map(({ fault }) => messages.faults[fault]);
  return (
    <td data-label={label} className={`verdict-${look}${faults.length > 0 ? ' at-fault' : ''}`}>
      <span>
        {figure.printed ?? figure.recomputed}{' '}
        <span className="sign" title={[words, ...faults].join('; ')}>
          <span aria-hidden="true">
            {SIGNS[look]}
            {faults.length > 0 && ' !'}
          </span>
          <span className="unseen">{[words, ...faults].join('; ')}</span>
        </span>
      </span>
    </td>
  );
}

/** The subject of a line, which leads to the records behind it. */
function RecordsLink({
  row: { about },
  audit: { from, to },
  place,
}: {
  readonly row: FigureRow;
} & Pick<TableProps, 'audit' | 'place'>): ReactNode {
  const mayRead = useMay('serviceRecord.read');
  const words = subjectWords(about);
  if (!mayRead || !about.indicator) return words;
  const of = { indicator: about.indicator.code, from, to, ...(about.zone && { zone: about.zone.id }) };
  return (
    <Link href={addressOf('/console/records', place, of)} title={reportAuditTexts().records}>
      {words}
    </Link>
  );
}

const STYLES: readonly (readonly [
  VerdictStyle,
  'EQUAL' | 'ROUNDED_HALF_UP' | 'DIFFERENT' | 'NOT_RECORDED' | undefined,
])[] = [
  ['equal', 'EQUAL'],
  ['rounded', 'ROUNDED_HALF_UP'],
  ['different', 'DIFFERENT'],
  ['missing', 'NOT_RECORDED'],
  ['apart', undefined],
];

/** What the signs and colours mean. */
export function Legend(): ReactNode {
  const messages = reportAuditTexts();
  return (
    <ul className="audit-legend" aria-label={messages.legend}>
      {STYLES.map(([look, verdict]) => (
        <li key={look}>
          <span className={`swatch verdict-${look}`} aria-hidden="true">
            {SIGNS[look]}
          </span>
          {verdict === undefined ? messages.notCompared : messages.verdicts[verdict]}
        </li>
      ))}
      <li>
        <span className="swatch at-fault" aria-hidden="true">
          !
        </span>
        {messages.inReport}
      </li>
    </ul>
  );
}
