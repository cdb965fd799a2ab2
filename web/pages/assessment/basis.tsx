import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import {
  AssessmentBasisDocument,
  type AssessmentBasisQuery,
  type AssessmentState,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Answered, Skeleton } from '../../ui/answered';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

type Kept = Extract<AssessmentBasisQuery['node'], { changesSince: unknown }>;
type Table = NonNullable<Kept['basisCompletion']>[number];

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
        <Changes changes={changesSince} />
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
        <Completion key={table.term.id} table={table} />
      ))}
    </>
  );
}

function FigureList<Name extends string>({
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
      <dd className="number">{value ?? texts().common.none}</dd>
    </>
  );
}

function Completion({
  table: { term, from, to, timeProgressPercent, rows },
}: {
  readonly table: Table;
}): ReactNode {
  const { assessments: messages, completion, common } = texts();
  const title = messages.basisCompletion(term.name, from, to);
  return (
    <section className="section">
      <h3>
        {title} <span className="soft">{messages.timeProgress(timeProgressPercent)}</span>
      </h3>
      <TableFrame label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{completion.head.indicator}</th>
              <th scope="col">{completion.head.target}</th>
              <th scope="col">{completion.head.completed}</th>
              <th scope="col">{completion.head.percent}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, measure, total }) => (
              <tr key={indicator.code + measure.code}>
                <th scope="row">
                  {indicator.name}{' '}
                  <span className="soft">{completion.measure(measure.name, measure.unit)}</span>
                </th>
                <td>{total.target ?? common.none}</td>
                <td>{total.completed}</td>
                <td>{percentText(total.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Changes({ changes }: { readonly changes: Kept['changesSince'] }): ReactNode {
  const { assessments: messages, common } = texts();
  return (
    <TableFrame label={messages.changes}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{messages.changeReport}</th>
            <th scope="col">{messages.figure}</th>
            <th scope="col">{messages.was}</th>
            <th scope="col">{messages.is}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ report, path, was, is }) => (
            <tr key={report + path.join(' ')}>
              <th scope="row">{messages.reports[report]}</th>
              <td className="text">{path.join(' / ')}</td>
              <td>{was ?? common.none}</td>
              <td>{is ?? common.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
