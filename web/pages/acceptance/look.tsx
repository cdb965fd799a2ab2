import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { MonthLookDocument, type MonthSaidFragment, type MonthStepFragment } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { Changes } from '../../reporting/changes';
import { MonthBadge } from '../../reporting/month-badge';
import { MonthHistory } from '../../reporting/month-history';
import { SaidFacts } from '../../reporting/said-facts';
import { SaidTable } from '../../reporting/said-table';
import { addressOfMonth } from '../../reporting/month-status';
import { Answered, Skeleton } from '../../ui/answered';
import { Dialog } from '../../ui/dialog';
import { monthText } from '../../ui/months';
import type { Waiting } from './choice';

/** A month that is handed in, beside the list: its figures, what changed since, and what was said. */
export function Look({
  month,
  isChosen,
  onChoose,
  onClose,
}: {
  readonly month: Waiting;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { monthly } = reportingTexts();
  const query = useOperation(MonthLookDocument, { id: month.id });
  const name = monthText(month.month);
  const { station } = month.agreement;
  return (
    <Dialog isDrawer title={`${station.name} ${name}`} onClose={onClose}>
      <p className="look-head">
        <MonthBadge month={month} />
        <label className="check">
          <input
            type="checkbox"
            checked={isChosen}
            onChange={({ target }) => {
              onChoose(target.checked);
            }}
          />
          <span>{monthly.select(station.name, name)}</span>
        </label>
        <Link href={addressOfMonth(month.agreement.id, month.month)}>{monthly.openMonth}</Link>
      </p>
      <Answered query={query} skeleton={<Skeleton lines={8} />}>
        {({ node }) => node && 'figures' in node && <Said said={node} steps={node.events} />}
      </Answered>
    </Dialog>
  );
}

function Said({
  said,
  steps,
}: {
  readonly said: MonthSaidFragment;
  readonly steps: readonly MonthStepFragment[];
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <>
      {said.changesSince.length > 0 && (
        <section className="section">
          <h3>{monthly.changes}</h3>
          <Changes label={monthly.changes} heads={[monthly.was, monthly.is]} changes={said.changesSince} />
        </section>
      )}
      <section className="section">
        <h3>{monthly.said}</h3>
        <SaidTable said={said} />
      </section>
      <section className="section">
        <SaidFacts said={said} />
      </section>
      <section className="section">
        <h3>{monthly.history}</h3>
        <MonthHistory steps={steps} />
      </section>
    </>
  );
}
