import type { ReactNode } from 'react';
import type { FundingSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { Bullet } from '../../ui/bullet';
import { compareDecimals, moneyText, percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

/** 预算科目 and what was spent of each; what is in no line of the budget stands out. */
export function BudgetTable({ report }: { readonly report: FundingSheetFragment }): ReactNode {
  const { funding: messages, common } = texts();
  const { budgetLines, timeProgressPercent: time } = report;
  if (budgetLines.length === 0)
    return (
      <section className="section">
        <h2>{messages.budget}</h2>
        <p className="soft">{messages.noBudget}</p>
      </section>
    );
  return (
    <section className="section">
      <h2>{messages.budgetOf(report.budgetVersion)}</h2>
      <TableFrame label={messages.budget}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.category}</th>
              <th scope="col">{messages.budgeted}</th>
              <th scope="col">{messages.spent}</th>
              <th scope="col">{messages.execution}</th>
              <th scope="col" className="screen-only">
                {messages.progress}
              </th>
              <th scope="col">{messages.shareOfFee}</th>
            </tr>
          </thead>
          <tbody>
            {budgetLines.map(({ category, budgeted, spent, executionPercent, shareOfFeePercent }) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                <td data-label={messages.budgeted} className={budgeted === null ? 'behind' : undefined}>
                  {budgeted === null ? messages.unbudgeted : moneyText(budgeted)}
                </td>
                <td data-label={messages.spent}>{moneyText(spent)}</td>
                <td data-label={messages.execution}>{percentText(executionPercent)}</td>
                <td data-label={messages.progress} className="screen-only">
                  {executionPercent !== null && (
                    <Bullet
                      percent={executionPercent}
                      time={time}
                      isBehind={compareDecimals(executionPercent, time) < 0}
                      label={messages.against(category, percentText(executionPercent), time)}
                    />
                  )}
                </td>
                <td data-label={messages.shareOfFee}>{percentText(shareOfFeePercent)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{messages.total}</th>
              <td data-label={messages.budgeted}>{moneyText(report.budgeted)}</td>
              <td data-label={messages.spent}>{moneyText(report.spent)}</td>
              <td colSpan={3} className="text">
                {compareDecimals(report.spentWithoutBudget, '0') === 0
                  ? common.nothing
                  : messages.withoutBudget(moneyText(report.spentWithoutBudget))}
              </td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </section>
  );
}
