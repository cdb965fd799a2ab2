import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AssessmentLineFragment } from '../generated/graphql';
import { texts } from '../messages';
import { TableFrame } from '../ui/table-frame';
import { addressOfAssessment } from './address-of-assessment';
import { missingScores, partyName } from './parties';

export type Line = AssessmentLineFragment & {
  readonly agreement?: { readonly station: { readonly name: string } };
};

/** Assessments, a line each, that lead to their pages. */
export function AssessmentTable({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly Line[];
}): ReactNode {
  const { assessments: messages, terms } = texts();
  const hasStations = lines.some(({ agreement }) => agreement !== undefined);
  return (
    <TableFrame label={label}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{hasStations ? messages.station : messages.kind}</th>
            {hasStations && <th scope="col">{messages.kind}</th>}
            <th scope="col">{messages.days}</th>
            <th scope="col">{messages.assessor}</th>
            <th scope="col">{messages.state}</th>
            <th scope="col">{messages.missing}</th>
            <th scope="col">{messages.total}</th>
            <th scope="col">{messages.grade}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, agreement, kind, from, to, assessor, state, scores, total, grade }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={addressOfAssessment(id)}>
                  {agreement?.station.name ?? terms.assessment[kind]}
                </Link>
              </th>
              {agreement && (
                <td className="text" data-label={messages.kind}>
                  {terms.assessment[kind]}
                </td>
              )}
              <td className="text" data-label={messages.days}>
                {messages.range(from, to)}
              </td>
              <td className="text" data-label={messages.assessor}>
                {assessor.name}
              </td>
              <td className="text" data-label={messages.state}>
                {terms.assessmentStates[state]}
              </td>
              <td className="text" data-label={messages.missing}>
                {state === 'OPEN'
                  ? missingScores(scores)
                      .map((score) => partyName(score, terms))
                      .join(messages.and) || messages.allIn
                  : texts().common.nothing}
              </td>
              <td data-label={messages.total}>{total ?? texts().common.nothing}</td>
              <td className="text" data-label={messages.grade}>
                {grade === null ? texts().common.nothing : terms.grade[grade]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
