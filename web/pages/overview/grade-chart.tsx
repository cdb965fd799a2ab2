import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { Chart } from '../../ui/charts/chart';
import { ChartFrame } from '../../ui/charts/chart-frame';
import { barsOption } from '../../ui/charts/bars';
import type { Day } from '../../ui/days';
import { TableFrame } from '../../ui/table-frame';
import { GRADES, type GradeName, type GradeRow } from './grades';

/** How many stations have which grade. */
export function GradeChart({
  rows,
  on,
}: {
  readonly rows: readonly GradeRow[];
  readonly on: Day;
}): ReactNode {
  const { overview, terms } = texts();
  const messages = overview.grades;
  const nameOf = (grade: GradeName): string => (grade === 'NONE' ? messages.none : terms.grade[grade]);
  const names = GRADES.map(nameOf);
  const counted = rows[rows.length - 1]?.counts;
  const about = messages.about(on);
  return (
    <ChartFrame
      title={messages.title}
      about={about}
      table={
        <TableFrame label={messages.title}>
          <table className="table cards-when-narrow">
            <thead>
              <tr>
                <th scope="col">{overview.district}</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, counts }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {GRADES.map((grade) => (
                    <td key={grade} data-label={nameOf(grade)}>
                      {counts[grade]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      }
    >
      <Chart
        option={barsOption(
          names,
          GRADES.map((grade) => counted?.[grade] ?? 0),
          messages.stations,
        )}
        height={230}
      />
    </ChartFrame>
  );
}
