import type { ReactNode } from 'react';
import type { KeptTableFragment } from '../generated/graphql';
import { texts } from '../messages';
import { reportingTexts } from '../messages/reporting';
import { type Decimal, moneyText, percentText, quantityText, subtractDecimals } from '../ui/decimals';
import { TableFrame } from '../ui/table-frame';
import '../ui/sheet.css';

/** Some figures of a report, each under its name. */
export function FigureList<Name extends string>({
  title,
  names,
  figures,
}: {
  readonly title: string;
  readonly names: Readonly<Record<Name, string>>;
  readonly figures: Readonly<Record<NoInfer<Name>, string | null>>;
}): ReactNode {
  return (
    <section className="section">
      <h3>{title}</h3>
      <dl className="facts basis-figures">
        {(Object.keys(names) as Name[]).map((name) => (
          <FigureLine key={name} name={names[name]} value={figures[name]} />
        ))}
      </dl>
    </section>
  );
}

function FigureLine({ name, value }: { readonly name: string; readonly value: string | null }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd className="number">{moneyText(value, texts().common.none)}</dd>
    </>
  );
}

/** A completion table as it was kept: what was done in each zone, and together. */
export function KeptCompletion({
  title,
  table: { timeProgressPercent, zones, rows },
}: {
  readonly title: string;
  readonly table: KeptTableFragment;
}): ReactNode {
  const { assessments: messages, completion } = texts();
  const { monthly } = reportingTexts();
  // Else the zones would not sum up to the total before the reader's eyes.
  const hasRest = zones.length > 0 && rows.some((row) => /[1-9]/.test(outsideZones(row)));
  return (
    <section className="section">
      <h3>
        {title} <span className="soft">{messages.timeProgress(timeProgressPercent)}</span>
      </h3>
      <TableFrame label={title}>
        <table className="table sheet kept cards-when-narrow dense">
          <thead>
            <tr>
              <th scope="col">{completion.head.indicator}</th>
              {zones.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              {hasRest && <th scope="col">{monthly.noZone}</th>}
              <th scope="col">{completion.head.total}</th>
              <th scope="col">{completion.head.target}</th>
              <th scope="col">{completion.head.percent}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, measure, byZone, total }) => (
              <tr key={indicator.code + measure.code}>
                <th scope="row">
                  {indicator.name}{' '}
                  <span className="soft">{completion.measure(measure.name, measure.unit)}</span>
                </th>
                {zones.map(({ id, name }) => (
                  <td key={id} data-label={name}>
                    {quantityText(byZone.find(({ zone }) => zone.id === id)?.completed, measure.unit)}
                  </td>
                ))}
                {hasRest && (
                  <td data-label={monthly.noZone}>
                    {quantityText(outsideZones({ byZone, total }), measure.unit)}
                  </td>
                )}
                <td className="sum" data-label={completion.head.total}>
                  {quantityText(total.completed, measure.unit)}
                </td>
                <td data-label={completion.head.target}>{quantityText(total.target, measure.unit)}</td>
                <td data-label={completion.head.percent}>{percentText(total.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

/** What was done of a measure in no zone. */
function outsideZones({
  byZone,
  total,
}: Pick<KeptTableFragment['rows'][number], 'byZone' | 'total'>): Decimal {
  return byZone.reduce((rest, { completed }) => subtractDecimals(rest, completed), total.completed);
}
