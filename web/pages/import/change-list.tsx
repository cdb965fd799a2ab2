import type { ReactNode } from 'react';
import { useConnection } from '../../api/connections';
import { type ImportChangeLineFragment, ImportChangesDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { importTexts } from '../../messages/imports';
import { Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { TableFrame } from '../../ui/table-frame';

/** 变更: what would be written, a line a thing. */
export function ChangeList({ id }: { readonly id: string }): ReactNode {
  const { noChanges } = importTexts();
  const list = useConnection(ImportChangesDocument, { id }, ({ sheetImport }) => sheetImport.changes);
  if (!list.nodes) return <Pending query={list.query} />;
  if (list.nodes.length === 0) return <p className="soft">{noChanges}</p>;
  return (
    <>
      <ChangeTable changes={list.nodes} />
      <ListFoot {...list} />
    </>
  );
}

/** Things before and after. */
export function ChangeTable({
  changes,
}: {
  readonly changes: readonly ImportChangeLineFragment[];
}): ReactNode {
  const { change: messages, parts, tabs } = importTexts();
  const { common } = texts();
  const hasParts = new Set(changes.map(({ part }) => part)).size > 1;
  return (
    <TableFrame label={tabs.changes}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.place}</th>
            {hasParts && <th scope="col">{messages.part}</th>}
            <th scope="col">{messages.subject}</th>
            <th scope="col">{messages.was}</th>
            <th scope="col">{messages.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ part, sheet, cell, subject, was, becomes }) => (
            <tr key={`${part} ${sheet} ${cell} ${subject}`}>
              <th scope="row">{`${sheet} ${cell}`}</th>
              {hasParts && (
                <td className="text" data-label={messages.part}>
                  {parts[part]}
                </td>
              )}
              <td className="text wrap" data-label={messages.subject}>
                {subject}
              </td>
              <td className="text wrap soft" data-label={messages.was}>
                {was ?? common.nothing}
              </td>
              <td className="text wrap becomes" data-label={messages.becomes}>
                {becomes ?? common.nothing}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
