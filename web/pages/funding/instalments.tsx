import type { ReactNode } from 'react';
import type { FundingSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { compareDecimals, moneyText, subtractDecimals } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

/** 分期款项: what releases each, what is due of it and what has come. */
export function Instalments({ report }: { readonly report: FundingSheetFragment }): ReactNode {
  const { funding: messages, agreements } = texts();
  return (
    <section className="section">
      <h2>{messages.instalments}</h2>
      {report.instalments.length === 0 ? (
        <p className="soft">{messages.noInstalments}</p>
      ) : (
        <TableFrame label={messages.instalments}>
          <table className="table cards-when-narrow">
            <thead>
              <tr>
                <th scope="col">{messages.condition}</th>
                <th scope="col">{messages.share}</th>
                <th scope="col">{messages.releasedOn}</th>
                <th scope="col">{messages.due}</th>
                <th scope="col">{messages.received}</th>
                <th scope="col">{messages.open}</th>
              </tr>
            </thead>
            <tbody>
              {report.instalments.map(({ condition, share, due, received, released, releasedOn }) => {
                const open = subtractDecimals(due, received);
                const isLate = released && compareDecimals(open, '0') > 0;
                return (
                  <tr key={condition}>
                    <th scope="row">{agreements.conditions[condition]}</th>
                    <td data-label={messages.share}>{share}</td>
                    <td className="text" data-label={messages.releasedOn}>
                      {released ? (releasedOn ?? messages.released) : messages.notReleased}
                    </td>
                    <td data-label={messages.due}>{moneyText(due)}</td>
                    <td data-label={messages.received}>{moneyText(received)}</td>
                    <td data-label={messages.open} className={isLate ? 'behind' : undefined}>
                      {moneyText(open)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}
