import { Fragment, type ReactNode } from 'react';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import { numberOf } from '../../ui/months';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import type { Explained } from './explanation';
import { isPresent, type MonthCell, type Part, type RosterAgreement, type Row, spansOf } from './sheet';

export interface RosterTableProps {
  readonly agreement: RosterAgreement;
  readonly parts: readonly Part[];
  /** Whether the pay of each is shown beside the presence. */
  readonly hasPay: boolean;
  readonly onExplain: (explained: Explained) => void;
}

/** 附件2 as the official form has it: who is certified, who is not, their sums, and a month of three columns. */
export function RosterTable(props: RosterTableProps): ReactNode {
  const messages = rosterTexts();
  const { agreement, hasPay, parts } = props;
  const { parameters, months } = agreement.staffing;
  const kinds = hasPay ? [messages.present, messages.insurance, messages.salary] : [messages.present];
  return (
    <TableFrame label={messages.title}>
      <table className="table roster">
        <caption>{messages.caption(agreement.station.name, agreement.startsOn, agreement.endsOn)}</caption>
        <thead>
          <tr>
            {[messages.part, messages.number, messages.name, messages.position].map((name) => (
              <th key={name} scope="col" rowSpan={2}>
                {name}
              </th>
            ))}
            {months.map(({ month }) => (
              <th key={month} scope="colgroup" colSpan={kinds.length}>
                <button
                  type="button"
                  className="figure"
                  onClick={() => {
                    props.onExplain({ month });
                  }}
                >
                  {messages.monthHead(month.slice(2, 4), numberOf(month))}
                </button>
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              {messages.subtotal}
            </th>
            <th scope="col" rowSpan={2}>
              {messages.experienced(parameters.practiceYears)}
            </th>
          </tr>
          <tr>
            {months.map(({ month }) => (
              <Fragment key={month}>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="kind">
                    {kind}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        {parts.map((part) => (
          <PartRows key={part.name} part={part} {...props} />
        ))}
        <Totals {...props} />
      </table>
    </TableFrame>
  );
}

function PartRows({ part, ...props }: RosterTableProps & { readonly part: Part }): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  if (part.rows.length === 0) return null;
  return (
    <tbody>
      {part.rows.map((row, at) => (
        <tr key={row.member.memberId}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={part.rows.length + 2} className="part">
              {messages.parts[part.name]}
            </th>
          )}
          <td>{row.isAgain ? messages.again(row.number) : row.number}</td>
          <PersonCells row={row} part={part} {...props} />
        </tr>
      ))}
      <tr className="sum">
        <th scope="row" colSpan={3}>
          {messages.subtotal}
        </th>
        {part.months.map((sums) => (
          <Fragment key={sums.month}>
            <td>{sums.presence}</td>
            {props.hasPay && <td>{sums.socialInsurancePaid}</td>}
            {props.hasPay && <td>{sums.salaryPaid}</td>}
          </Fragment>
        ))}
        <td>{part.total}</td>
        <td>{part.experienced}</td>
      </tr>
      <tr className="sum">
        <th scope="row" colSpan={3}>
          {messages.effective[part.name]}
        </th>
        {part.months.map((sums) => (
          <td key={sums.month} colSpan={props.hasPay ? 3 : 1}>
            {sums.presence}
          </td>
        ))}
        <td>{part.total}</td>
        <td>{common.nothing}</td>
      </tr>
    </tbody>
  );
}

function PersonCells({
  row,
  part,
  hasPay,
  onExplain,
}: RosterTableProps & { readonly row: Row; readonly part: Part }): ReactNode {
  const messages = rosterTexts();
  const { member } = row;
  const width = hasPay ? 3 : 1;
  const other = part.name === 'certified' ? 'uncertified' : 'certified';
  return (
    <>
      <th scope="row" className="person">
        <button
          type="button"
          className="figure"
          onClick={() => {
            onExplain({ memberId: member.memberId });
          }}
        >
          {member.name}
        </button>
      </th>
      <td className="text position">{member.position}</td>
      {spansOf(row.cells).map((span) => {
        const [cell] = span;
        if (!cell) return null;
        return cell.isElsewhere ? (
          <td key={cell.month} colSpan={width * span.length} className="elsewhere">
            {messages.elsewhere(messages.parts[other])}
          </td>
        ) : (
          <MonthCells key={cell.month} cell={cell} hasPay={hasPay} />
        );
      })}
      <td>{row.total}</td>
      <td>{row.experienced}</td>
    </>
  );
}

function MonthCells({ cell, hasPay }: { readonly cell: MonthCell; readonly hasPay: boolean }): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  if (!isPresent(cell.presence))
    return Array.from({ length: hasPay ? 3 : 1 }, (_, at) => <td key={at}>{common.nothing}</td>);
  const tick = (isPaid: boolean | null | undefined): string =>
    isPaid == null ? '' : isPaid ? messages.yes : messages.no;
  return (
    <>
      <td>{cell.presence === '1' ? messages.yes : cell.presence}</td>
      {hasPay && <td>{tick(cell.pay?.socialInsurancePaid)}</td>}
      {hasPay && <td>{tick(cell.pay?.salaryPaid)}</td>}
    </>
  );
}

function Totals({ agreement, hasPay }: RosterTableProps): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  const report = agreement.staffing;
  const width = hasPay ? 3 : 1;
  return (
    <tfoot>
      <tr>
        <th scope="row" rowSpan={3}>
          {messages.totals}
        </th>
        <th scope="row" colSpan={3}>
          {hasPay ? messages.heads : messages.headsAlone}
        </th>
        {report.months.map(({ month, headCount, socialInsurancePaid, salaryPaid }) => (
          <Fragment key={month}>
            <td>{headCount}</td>
            {hasPay && <td>{socialInsurancePaid}</td>}
            {hasPay && <td>{salaryPaid}</td>}
          </Fragment>
        ))}
        <td colSpan={2}>{common.nothing}</td>
      </tr>
      <tr>
        <th scope="row" colSpan={3}>
          {messages.effectiveAll}
        </th>
        {report.months.map(({ month, total }) => (
          <td key={month} colSpan={width}>
            {total}
          </td>
        ))}
        <td>{report.total}</td>
        <td>{report.experienced}</td>
      </tr>
      <tr>
        <th scope="row" colSpan={3}>
          {messages.stabilityRow}
        </th>
        <td colSpan={width * report.months.length + 2} className="text">
          <b>{percentText(report.stabilityPercent)}</b>{' '}
          {messages.footer(
            report.required ?? messages.notAgreed,
            report.requiredCertified ?? messages.notAgreed,
            report.certified,
          )}
        </td>
      </tr>
    </tfoot>
  );
}
