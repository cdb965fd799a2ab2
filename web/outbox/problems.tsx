import { type ReactNode, useSyncExternalStore } from 'react';
import { useOperation } from '../api/queries';
import { RecordByIdDocument, type RecordLineFragment } from '../generated/graphql';
import { texts } from '../messages';
import { Answered, Skeleton } from '../ui/answered';
import { Dialog } from '../ui/dialog';
import type { Entry, Quantities } from './entry';
import { correctedOf, type Outbox, quantitiesOf } from './outbox';

/** What the server did not take: edit it in the sheet, send it again, or throw it away. */
export function Problems({
  outbox,
  nameOf,
  onClose,
}: {
  readonly outbox: Outbox;
  /** What an indicator is called. */
  readonly nameOf: (indicator: string) => string;
  readonly onClose: () => void;
}): ReactNode {
  const { entry: messages } = texts();
  const counts = useSyncExternalStore(outbox.watch, () => outbox.counts);
  const entries = outbox.all.filter(({ state }) => state !== 'WAITING');
  return (
    <Dialog isDrawer title={messages.problems} onClose={onClose}>
      {counts.refused + counts.conflicts === 0 && <p className="soft">{messages.allSaved}</p>}
      <ul className="problems">
        {entries.map((entry) => (
          <li key={entry.key}>
            <h3>{messages.problem(entry.day, nameOf(entry.indicator))}</h3>
            <p className="problem">{entry.message}</p>
            {entry.state === 'CONFLICT' && entry.record ? (
              <Conflict entry={entry} recordId={entry.record.id} outbox={outbox} />
            ) : (
              <div className="actions">
                <Action label={messages.tryAgain} onClick={() => void outbox.put(entry)} />
                <Action label={messages.discard} onClick={() => void outbox.drop(entry.key)} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Mine and theirs side by side: the member decides, and nothing is overwritten unseen. */
function Conflict({
  entry,
  recordId,
  outbox,
}: {
  readonly entry: Entry;
  readonly recordId: string;
  readonly outbox: Outbox;
}): ReactNode {
  const { entry: messages } = texts();
  const query = useOperation(RecordByIdDocument, { id: recordId });
  return (
    <Answered query={query} skeleton={<Skeleton lines={2} />}>
      {({ node }) => {
        const theirs = node && isRecord(node) ? node : undefined;
        return (
          <>
            <dl className="facts">
              <dt>{messages.mine}</dt>
              <dd>{valuesOf(entry.quantities, theirs)}</dd>
              <dt>{messages.theirs}</dt>
              <dd>
                {theirs ? valuesOf(quantitiesOf(theirs.quantities), theirs) : ''}{' '}
                {theirs?.voidedAt && texts().records.voided}
              </dd>
            </dl>
            <div className="actions">
              <Action label={messages.keepTheirs} onClick={() => void outbox.drop(entry.key)} />
              <Action
                label={messages.keepMine}
                onClick={() => {
                  const record = theirs?.voidedAt === null ? correctedOf(theirs) : null;
                  void outbox.put({ ...entry, record });
                }}
              />
            </div>
          </>
        );
      }}
    </Answered>
  );
}

function Action({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode {
  return (
    <button type="button" className="button" onClick={onClick}>
      {label}
    </button>
  );
}

function isRecord(node: object): node is RecordLineFragment {
  return 'quantities' in node;
}

function valuesOf(quantities: Quantities, record: RecordLineFragment | undefined): string {
  const nameOf = (code: string): string =>
    texts().completion.measureName(
      record?.quantities.find(({ measure }) => measure.code === code)?.measure.name ?? code,
    );
  const values = Object.entries(quantities).map(([code, value]) => `${nameOf(code)} ${value}`);
  return values.length === 0 ? texts().common.nothing : values.join('，');
}
