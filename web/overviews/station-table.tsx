import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { OverviewLineFragment } from '../generated/graphql';
import { texts } from '../messages';
import { addressOf } from '../place/places';
import { Bullet } from '../ui/bullet';
import { percentText } from '../ui/decimals';
import { TableFrame } from '../ui/table-frame';

/** A line a station: how far it is, and where it is late. */
export function StationTable({ lines }: { readonly lines: readonly OverviewLineFragment[] }): ReactNode {
  const { overview: messages } = texts();
  return (
    <TableFrame label={messages.stations}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.station}</th>
            <th scope="col">{messages.term}</th>
            <th scope="col">{messages.time}</th>
            <th scope="col">{messages.onTime}</th>
            <th scope="col">{messages.onTimePercent}</th>
            <th scope="col">{messages.staffing}</th>
            <th scope="col">{messages.execution}</th>
            <th scope="col">{messages.grade}</th>
            <th scope="col">{messages.ahead}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <StationLine key={line.agreement.id} line={line} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function StationLine({ line }: { readonly line: OverviewLineFragment }): ReactNode {
  const { overview: messages, terms, common } = texts();
  const { agreement, term, station, indicators, timeProgressPercent, lastAssessment } = line;
  const place = term ? { agreement: agreement.id, term: term.id } : undefined;
  const [ahead] = line.assessmentsAhead;
  return (
    <tr>
      <th scope="row">
        {place ? <Link href={addressOf('/console/completion', place)}>{station.name}</Link> : station.name}
      </th>
      <td className="text" data-label={messages.term}>
        {term?.name ?? common.nothing} {!line.isInForce && <span className="soft">{messages.ended}</span>}
      </td>
      <td data-label={messages.time}>{percentText(timeProgressPercent)}</td>
      <td data-label={messages.onTime}>
        {indicators.measures === 0 ? common.none : messages.of(indicators.onTime, indicators.measures)}
      </td>
      <td data-label={messages.onTimePercent}>
        {indicators.onTimePercent === null ? (
          common.none
        ) : (
          <span className="with-bar">
            <Bullet
              percent={indicators.onTimePercent}
              time={undefined}
              isBehind={false}
              full={100}
              label={percentText(indicators.onTimePercent)}
            />
            {percentText(indicators.onTimePercent)}
          </span>
        )}
      </td>
      <td data-label={messages.staffing}>{percentText(line.staffing.percent)}</td>
      <td data-label={messages.execution}>{percentText(line.execution.percent)}</td>
      <td className="text" data-label={messages.grade}>
        {lastAssessment?.grade ? terms.grade[lastAssessment.grade] : common.nothing}
      </td>
      <td className={ahead?.isLate ? 'text behind' : 'text'} data-label={messages.ahead}>
        {ahead
          ? messages.expected(terms.assessment[ahead.kind], ahead.expectedOn, ahead.isLate)
          : common.nothing}
      </td>
    </tr>
  );
}
