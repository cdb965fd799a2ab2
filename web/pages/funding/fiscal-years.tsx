import type { ReactNode } from 'react';
import type { FundingSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { compareDecimals, type Decimal, moneyText, percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

type Year = FundingSheetFragment['fiscalYears'][number];

/** 财政年度: what the street budgeted and paid, what the treasury would take back, and what the operator has left. */
export function FiscalYears({ report }: { readonly report: FundingSheetFragment }): ReactNode {
  const { funding: messages } = texts();
  const money = (amount: Decimal | null): string => (amount === null ? messages.notSet : moneyText(amount));
  return (
    <section className="section">
      <h2>{messages.fiscalYears}</h2>
      <TableFrame label={messages.fiscalYears}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              {[
                messages.fiscalYear,
                messages.fiscalBudget,
                messages.paid,
                messages.execution,
                messages.recall,
                messages.received,
                messages.spent,
                messages.balanceAtEnd,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.fiscalYears.map((year) => (
              <tr key={year.fiscalYear}>
                <th scope="row">{year.fiscalYear}</th>
                <td data-label={messages.fiscalBudget}>{money(year.budget)}</td>
                <td data-label={messages.paid}>
                  {moneyText(year.paid)}
                  {compareDecimals(year.undated, '0') > 0 && (
                    <div className="soft">{messages.undated(moneyText(year.undated))}</div>
                  )}
                </td>
                <td data-label={messages.execution}>{percentText(year.executionPercent)}</td>
                <td data-label={messages.recall} className="text wrap">
                  <RecallText recall={year.recall} />
                </td>
                <td data-label={messages.received}>{moneyText(year.received)}</td>
                <td data-label={messages.spent}>{moneyText(year.spent)}</td>
                <td
                  data-label={messages.balanceAtEnd}
                  className={year.balanceAtEnd.startsWith('-') ? 'behind' : undefined}
                >
                  {moneyText(year.balanceAtEnd)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function RecallText({ recall }: { readonly recall: Year['recall'] }): ReactNode {
  const { funding: messages } = texts();
  if (recall === null) return messages.noRecall;
  const { share, by, required, executed, short, atRisk, state } = recall;
  return (
    <>
      <span className={state === 'MISSED' ? 'behind' : undefined}>{messages.recallStates[state]}</span>{' '}
      {messages.recallRule(share, by, moneyText(required), moneyText(executed))}
      {compareDecimals(short, '0') > 0 && <div>{messages.recallShort(moneyText(short))}</div>}
      {atRisk !== null && compareDecimals(atRisk, '0') > 0 && (
        <div className="behind">{messages.atRisk(moneyText(atRisk))}</div>
      )}
    </>
  );
}
