import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import {
  AssessmentBasisDocument,
  type AssessmentBasisQuery,
  type AssessmentState,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Changes } from '../../reporting/changes';
import { FigureList, KeptCompletion } from '../../reporting/kept';
import { Answered, Skeleton } from '../../ui/answered';

type Kept = Extract<AssessmentBasisQuery['node'], { changesSince: unknown }>;

/** The figures that the grade was based on, as of closing, and what was corrected since. */
export function Basis({ id, state }: { readonly id: string; readonly state: AssessmentState }): ReactNode {
  const { assessments: messages } = texts();
  const query = useOperation(AssessmentBasisDocument, { id });
  if (state === 'CANCELLED') return null;
  return (
    <section className="section basis">
      <h2>{messages.basis}</h2>
      <p className="soft">{state === 'OPEN' ? messages.basisOpen : messages.basisHint}</p>
      {state === 'CLOSED' && (
        <Answered query={query} skeleton={<Skeleton lines={6} />}>
          {({ node }) => node && 'changesSince' in node && <Figures kept={node} />}
        </Answered>
      )}
    </section>
  );
}

function Figures({
  kept: { basisCompletion, basisStaffing, basisFunding, changesSince },
}: {
  readonly kept: Kept;
}): ReactNode {
  const { assessments: messages } = texts();
  return (
    <>
      <h3>{messages.changes}</h3>
      {changesSince.length === 0 ? (
        <p className="soft">{messages.noChanges}</p>
      ) : (
        <Changes label={messages.changes} changes={changesSince} />
      )}
      <div className="columns">
        {basisStaffing && (
          <FigureList
            title={messages.basisStaffing(basisStaffing.from, basisStaffing.to)}
            names={messages.staffing}
            figures={basisStaffing}
          />
        )}
        {basisFunding && (
          <FigureList
            title={messages.basisFunding(basisFunding.asOf)}
            names={messages.funding}
            figures={basisFunding}
          />
        )}
      </div>
      {basisCompletion?.map((table) => (
        <KeptCompletion
          key={table.term.id}
          title={messages.basisCompletion(table.term.name, table.from, table.to)}
          table={table}
        />
      ))}
    </>
  );
}
