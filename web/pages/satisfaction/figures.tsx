import type { ReactNode } from 'react';
import type { SatisfactionQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

type Report = NonNullable<SatisfactionQuery['agreement']>['satisfaction'];

/** The figures by method and over all, as the API has them. */
export function Figures({ report }: { readonly report: Report }): ReactNode {
  const { satisfaction: messages, common } = texts();
  const said = (is: boolean | null): string => {
    if (is === null) return common.nothing;
    return is ? messages.yes : messages.no;
  };
  return (
    <>
      <TableFrame label={messages.figures}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.method}</th>
              <th scope="col">{messages.surveys}</th>
              <th scope="col">{messages.asked}</th>
              <th scope="col">{messages.answered}</th>
              <th scope="col">{messages.satisfied}</th>
              <th scope="col">{messages.percent}</th>
              <th scope="col">{messages.threshold(report.threshold)}</th>
            </tr>
          </thead>
          <tbody>
            {report.methods.map((sums) => (
              <tr key={sums.method}>
                <th scope="row">{messages.methods[sums.method]}</th>
                <Sums sums={sums} />
                <td
                  className={sums.reachesThreshold === false ? 'text behind' : 'text'}
                  data-label={messages.threshold(report.threshold)}
                >
                  {sums.reachesThreshold === null && common.nothing}
                  {sums.reachesThreshold === true && messages.reaches}
                  {sums.reachesThreshold === false && messages.reachesNot}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{messages.all}</th>
              <Sums sums={report} />
              <td className="text" data-label={messages.threshold(report.threshold)}>
                {common.nothing}
              </td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <dl className="facts reaching">
        <dt>{messages.everyMethod}</dt>
        <dd>{said(report.everyMethodReaches)}</dd>
        <dt>{messages.clients}</dt>
        <dd>{said(report.clientsReach)}</dd>
      </dl>
      {report.methodsNotSurveyed.length > 0 && (
        <p className="soft">
          {messages.notSurveyed(
            report.methodsNotSurveyed.map((it) => messages.methods[it]).join(texts().assessments.and),
          )}
        </p>
      )}
    </>
  );
}

function Sums({
  sums,
}: {
  readonly sums: Omit<Report['methods'][number], 'method' | 'reachesThreshold'>;
}): ReactNode {
  const { satisfaction: messages } = texts();
  return (
    <>
      <td data-label={messages.surveys}>{sums.surveys}</td>
      <td data-label={messages.asked}>{sums.asked}</td>
      <td data-label={messages.answered}>{sums.answered}</td>
      <td data-label={messages.satisfied}>{sums.satisfied}</td>
      <td data-label={messages.percent}>
        <b>{percentText(sums.percent)}</b>
        {sums.isReported && <span className="soft"> {messages.reported}</span>}
      </td>
    </>
  );
}
