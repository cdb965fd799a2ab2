import type { ReactNode } from 'react';
import type { MonthFiguresQuery, MonthSaidFragment } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { Changes } from '../../reporting/changes';
import { SaidFacts } from '../../reporting/said-facts';
import { SaidTable } from '../../reporting/said-table';
import type { ReportMonth } from './chosen';

/** What was handed in and what has changed since; before the first hand-in, who is on post now. */
export function SaidSections({
  month: { handedInAt },
  said,
  now,
}: {
  readonly month: ReportMonth;
  readonly said: MonthSaidFragment;
  readonly now: NonNullable<MonthFiguresQuery['agreement']>['staffing'];
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <>
      {handedInAt === null ? (
        <section className="section">
          <h2>{monthly.staff}</h2>
          <dl className="facts">
            <dt>{monthly.onPost}</dt>
            <dd className="number">{monthly.ofRequired(now.total, now.required)}</dd>
          </dl>
        </section>
      ) : (
        <>
          <section className="section">
            <h2>{monthly.changes}</h2>
            {said.changesSince.length === 0 ? (
              <p className="soft">{monthly.noChanges}</p>
            ) : (
              <Changes
                label={monthly.changes}
                heads={[monthly.was, monthly.is]}
                changes={said.changesSince}
              />
            )}
          </section>
          <section className="section">
            <h2>{monthly.said}</h2>
            <p className="soft">{monthly.saidHint}</p>
            <SaidTable said={said} />
            <SaidFacts said={said} />
          </section>
        </>
      )}
    </>
  );
}
