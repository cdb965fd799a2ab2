import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { Remarks } from '../../forms/remarks';
import { RecordHistoryDocument, type RecordHistoryQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { RecordTable } from '../../records/record-table';
import { useMay } from '../../session/viewer';
import { Answered, Skeleton } from '../../ui/answered';
import { quantityText } from '../../ui/decimals';
import { Dialog } from '../../ui/dialog';
import { TableFrame } from '../../ui/table-frame';
import { CorrectionForm } from './correction-form';

type Versioned = Extract<RecordHistoryQuery['node'], { versions: unknown }>;

/** One record with its earlier versions, and the ways to change it. */
export function RecordDrawer({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const query = useOperation(RecordHistoryDocument, { id });
  return (
    <Dialog isDrawer title={texts().records.history} onClose={onClose}>
      <Answered query={query} skeleton={<Skeleton lines={5} />}>
        {({ node }) => (node && isVersioned(node) ? <History record={node} onDone={onClose} /> : null)}
      </Answered>
    </Dialog>
  );
}

function isVersioned(node: object): node is Versioned {
  return 'versions' in node;
}

function History({ record, onDone }: { readonly record: Versioned; readonly onDone: () => void }): ReactNode {
  const { records: messages } = texts();
  const mayCorrectOwn = useMay('serviceRecord.correctOwn');
  const mayCorrectAny = useMay('serviceRecord.correctAny');
  const mayChange = mayCorrectAny || (mayCorrectOwn && record.isOwn);
  return (
    <>
      <RecordTable records={[record]} />
      {record.versions.length > 0 && <Versions record={record} />}
      {record.voidedAt === null && mayChange && <CorrectionForm record={record} onDone={onDone} />}
      {record.voidedAt === null && mayCorrectOwn && !mayChange && <p className="soft">{messages.notYours}</p>}
      <Remarks subjectId={record.id} remarks={record.remarks} />
    </>
  );
}

function Versions({ record }: { readonly record: Versioned }): ReactNode {
  const { records: messages } = texts();
  return (
    <div className="versions">
      <TableFrame label={messages.history}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.versionHead}</th>
              <th scope="col">{messages.day}</th>
              <th scope="col">{messages.quantities}</th>
              <th scope="col">{messages.by}</th>
              <th scope="col">{messages.reason}</th>
            </tr>
          </thead>
          <tbody>
            {record.versions.map((version) => (
              <tr key={version.revision}>
                <td className="text" data-label={messages.versionHead}>
                  {messages.version(version.revision)}
                </td>
                <td className="text" data-label={messages.day}>
                  {version.occurredOn}
                </td>
                <td data-label={messages.quantities}>
                  {version.quantities
                    .map(({ measure: { name, unit }, value }) =>
                      messages.quantity(name, quantityText(value, unit), unit),
                    )
                    .join('，')}
                </td>
                <td className="text" data-label={messages.by}>
                  {version.revisedBy}
                </td>
                <td className="text wrap" data-label={messages.reason}>
                  {version.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}
