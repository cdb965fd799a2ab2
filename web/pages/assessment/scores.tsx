import { Fragment, type ReactNode } from 'react';
import { partyName } from '../../assessments/parties';
import type { AssessmentDetailFragment, ScoreDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';

/** What each party gave, of how many points, and the grade once all are in. */
export function Scores({
  assessment: { scores, total, grade, bands, sealed, state, ownParty },
}: {
  readonly assessment: AssessmentDetailFragment;
}): ReactNode {
  const { assessments: messages, terms, common } = texts();
  return (
    <section className="section">
      <h2>{messages.scores}</h2>
      <TableFrame label={messages.scores}>
        <table className="table scores">
          <thead>
            <tr>
              <th scope="col">{messages.party}</th>
              <th scope="col">{messages.maximum}</th>
              <th scope="col">{messages.score}</th>
              <th scope="col">{messages.scoredAt}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map((score) => (
              <Fragment key={score.party + (score.name ?? '')}>
                <tr className={score.party === ownParty ? 'own' : undefined}>
                  <th scope="row">
                    {partyName(score, terms)}
                    <Remarks score={score} />
                  </th>
                  <td>{score.maximum}</td>
                  <td>
                    <ScoreText score={score} />
                  </td>
                  <td className="text">
                    {score.scoredAt === null ? common.nothing : momentText(score.scoredAt)}
                  </td>
                </tr>
                {score.items.map((item) => (
                  <tr key={item.name} className="item">
                    <th scope="row">{item.name}</th>
                    <td>{item.maximum}</td>
                    <td>{item.score ?? common.nothing}</td>
                    <td>{common.nothing}</td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{messages.total}</th>
              <td>100</td>
              <td>
                <b>{total ?? common.nothing}</b>
              </td>
              <td className="text">{grade !== null && <b>{terms.grade[grade]}</b>}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <p className="soft">{messages.bandsText(bands.excellentFrom, bands.goodFrom, bands.qualifiedFrom)}</p>
      {sealed && state === 'OPEN' && <p className="soft">{messages.sealedHint}</p>}
    </section>
  );
}

function ScoreText({ score: { score, scoredAt } }: { readonly score: ScoreDetailFragment }): ReactNode {
  const { assessments: messages } = texts();
  if (score !== null) return <b>{score}</b>;
  return <span className="soft">{scoredAt === null ? messages.notScored : messages.sealed}</span>;
}

/** From paper or not, why, and what it was before. */
function Remarks({
  score: { onPaper, reason, earlier },
}: {
  readonly score: ScoreDetailFragment;
}): ReactNode {
  const { assessments: messages } = texts();
  return (
    <>
      {onPaper && <span className="badge">{messages.onPaper}</span>}
      {reason !== null && <div className="soft">{messages.paperBecause(reason)}</div>}
      {earlier.map((before) => (
        <div key={before.scoredAt} className="soft">
          {messages.earlierScore(before.score, momentText(before.scoredAt))}
          {before.reason !== null && ` · ${messages.paperBecause(before.reason)}`}
        </div>
      ))}
    </>
  );
}
