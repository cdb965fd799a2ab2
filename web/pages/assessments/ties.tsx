import { type ReactNode, useState } from 'react';
import { useOperation } from '../../api/queries';
import { DeclaredTiesDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay, useViewer } from '../../session/viewer';
import { Answered, Skeleton } from '../../ui/answered';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { TieDialog } from './tie-dialog';

/** The declared ties of the operator, or an assessor's own with any. */
export function Ties({ operator }: { readonly operator: string }): ReactNode {
  const { assessments: messages } = texts();
  const isAssessor = useViewer().organisation.kind === 'ASSESSOR';
  const mayDeclare = useMay('tie.declare');
  const [isDeclaring, setDeclaring] = useState(false);
  const query = useOperation(DeclaredTiesDocument, {});
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.ties}</h2>
        {mayDeclare && (
          <button
            type="button"
            className="button screen-only"
            onClick={() => {
              setDeclaring(true);
            }}
          >
            {messages.declareTie}
          </button>
        )}
      </div>
      <Answered query={query} skeleton={<Skeleton lines={2} />}>
        {({ declaredTies }) => {
          const ties = declaredTies.filter((tie) => isAssessor || tie.operator.id === operator);
          if (ties.length === 0) return <p className="soft">{messages.noTies}</p>;
          return (
            <TableFrame label={messages.ties}>
              <table className="table cards-when-narrow">
                <thead>
                  <tr>
                    <th scope="col">{messages.operator}</th>
                    <th scope="col">{messages.assessor}</th>
                    <th scope="col">{texts().forms.reason}</th>
                    <th scope="col">{messages.declaredAt}</th>
                  </tr>
                </thead>
                <tbody>
                  {ties.map((tie) => (
                    <tr key={tie.operator.id + tie.assessor.id}>
                      <th scope="row">{tie.operator.name}</th>
                      <td className="text" data-label={messages.assessor}>
                        {tie.assessor.name}
                      </td>
                      <td className="text wrap" data-label={texts().forms.reason}>
                        {tie.reason}
                      </td>
                      <td className="text" data-label={messages.declaredAt}>
                        {momentText(tie.declaredAt)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          );
        }}
      </Answered>
      {isDeclaring && (
        <TieDialog
          onClose={() => {
            setDeclaring(false);
          }}
        />
      )}
    </section>
  );
}
