import type { ReactNode } from 'react';
import type { MonthSaidFragment } from '../generated/graphql';
import { reportingTexts } from '../messages/reporting';
import { moneyText } from '../ui/decimals';

/** Staff and spending of a month as they were handed in. */
export function SaidFacts({ said: { staffing, spending } }: { readonly said: MonthSaidFragment }): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <dl className="facts">
      {staffing && (
        <>
          <dt>{monthly.onPost}</dt>
          <dd className="number">{monthly.ofRequired(staffing.total, staffing.required)}</dd>
        </>
      )}
      {spending && (
        <>
          <dt>{monthly.spent}</dt>
          <dd className="number">{moneyText(spending.spent)}</dd>
          {spending.categories.map(({ category, spent }) => (
            <FactLine key={category} name={category} value={moneyText(spent)} />
          ))}
        </>
      )}
    </dl>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt className="part">{name}</dt>
      <dd className="number">{value}</dd>
    </>
  );
}
