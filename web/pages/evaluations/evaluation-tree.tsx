import { Fragment, type ReactNode } from 'react';
import type { EvaluationDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { evaluationTexts } from '../../messages/evaluations';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import type { Leaf } from './leaf-scores';

/** The tree with its weights, and at each leaf what stands for its score. */
export function EvaluationTree({
  evaluation: { name, groups, total, grade },
  leaf = (it) => <LeafCells leaf={it} />,
}: {
  readonly evaluation: EvaluationDetailFragment;
  /** Two cells: the score and its evidence. */
  readonly leaf?: (leaf: Leaf) => ReactNode;
}): ReactNode {
  const messages = evaluationTexts();
  const { terms, common } = texts();
  return (
    <TableFrame label={name}>
      <table className="table evaluation cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.indicator}</th>
            <th scope="col">{messages.weight}</th>
            <th scope="col">{messages.score}</th>
            <th scope="col">{messages.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.id}>
              <tr className="group-row">
                <th scope="row">{group.name}</th>
                <td data-label={messages.weight}>{group.weight}</td>
                {group.items.length === 0 ? (
                  leaf(group)
                ) : (
                  <>
                    <td data-label={messages.score}>{group.score ?? common.nothing}</td>
                    <td className="text">{common.nothing}</td>
                  </>
                )}
              </tr>
              {group.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row" className="item">
                    {item.name}
                  </th>
                  <td data-label={messages.weight}>{item.weight}</td>
                  {leaf(item)}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{messages.total}</th>
            <td data-label={messages.weight}>100</td>
            <td data-label={messages.score}>
              <b>{total ?? common.nothing}</b>
            </td>
            <td className="text" data-label={messages.grade}>
              {grade !== null && <b>{terms.grade[grade]}</b>}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

function LeafCells({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const messages = evaluationTexts();
  const { common } = texts();
  return (
    <>
      <td data-label={messages.score}>{leaf.score ?? common.nothing}</td>
      <td className="text wrap evidence" data-label={messages.evidence}>
        <div>
          {leaf.evidence}
          <LeafHistory leaf={leaf} />
        </div>
      </td>
    </>
  );
}

/** The scores that a leaf had before. */
export function LeafHistory({ leaf: { name, history } }: { readonly leaf: Leaf }): ReactNode {
  const messages = evaluationTexts();
  if (history.length < 2) return null;
  return (
    <details className="screen-only">
      <summary aria-label={messages.historyOf(name)}>{messages.history}</summary>
      <ol>
        {history.map(({ revision, score, scoredBy, scoredAt, evidence }) => (
          <li key={revision}>
            {messages.historyLine(score, scoredBy, momentText(scoredAt))}
            {evidence !== null && <div className="soft">{evidence}</div>}
          </li>
        ))}
      </ol>
    </details>
  );
}
