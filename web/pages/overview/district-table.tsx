import type { ReactNode } from 'react';
import { texts } from '../../messages';
import type { OverviewPage } from '../../overviews/use-overview';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

/** The districts of a city's bureau, in comparison. */
export function DistrictTable({ districts }: { readonly districts: OverviewPage['districts'] }): ReactNode {
  const { overview: messages, terms } = texts();
  const grades = Object.entries(terms.grade);
  return (
    <section className="section">
      <h2>{messages.districts}</h2>
      <TableFrame label={messages.districts}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.district}</th>
              <th scope="col">{messages.cards.stations}</th>
              <th scope="col">{messages.inForce}</th>
              <th scope="col">{messages.onTime}</th>
              <th scope="col">{messages.onTimePercent}</th>
              <th scope="col">{messages.staffing}</th>
              <th scope="col">{messages.execution}</th>
              {grades.map(([grade, name]) => (
                <th key={grade} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map(
              ({ district, stations, inForce, indicators, staffing, execution, grades: given }) => (
                <tr key={district.code}>
                  <th scope="row">{district.name}</th>
                  <td data-label={messages.cards.stations}>{stations}</td>
                  <td data-label={messages.inForce}>{inForce}</td>
                  <td data-label={messages.onTime}>{messages.of(indicators.onTime, indicators.measures)}</td>
                  <td data-label={messages.onTimePercent}>{percentText(indicators.onTimePercent)}</td>
                  <td data-label={messages.staffing}>{percentText(staffing.percent)}</td>
                  <td data-label={messages.execution}>{percentText(execution.percent)}</td>
                  {grades.map(([grade, name]) => (
                    <td key={grade} data-label={name}>
                      {given.find((it) => it.grade === grade)?.stations ?? 0}
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
