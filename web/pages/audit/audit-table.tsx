import type { ReactNode } from 'react';
import type { AuditAction, AuditLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { auditTexts } from '../../messages/audit';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';

/** Entries of the log, latest first. */
export function AuditTable({
  entries,
  onOpen,
}: {
  readonly entries: readonly AuditLineFragment[];
  readonly onOpen: (entry: AuditLineFragment) => void;
}): ReactNode {
  const messages = auditTexts();
  return (
    <TableFrame label={messages.title}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.at}</th>
            <th scope="col">{messages.who}</th>
            <th scope="col">{messages.action}</th>
            <th scope="col">{messages.thing}</th>
            <th scope="col">{messages.address}</th>
            <th scope="col" className="screen-only">
              {messages.details}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">{momentText(entry.at)}</th>
              <td className="text" data-label={messages.who}>
                {entry.memberName ?? <span className="soft">{messages.unknown}</span>}
              </td>
              <td className={isRefusal(entry.action) ? 'text behind' : 'text'} data-label={messages.action}>
                {messages.actions[entry.action]}
              </td>
              <td className="text" data-label={messages.thing}>
                {thingText(entry.thing)}
              </td>
              <td className="text" data-label={messages.address}>
                {entry.remoteAddress}
              </td>
              <td className="text screen-only" data-label={messages.details}>
                <button
                  type="button"
                  className="figure"
                  aria-label={`${messages.details}: ${messages.actions[entry.action]} ${momentText(entry.at)}`}
                  onClick={() => {
                    onOpen(entry);
                  }}
                >
                  {messages.details}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** By its name, as the API names them: REFUSED, INVITATION_REFUSED, SIGN_IN_FAILED. */
function isRefusal(action: AuditAction): boolean {
  return /(REFUSED|FAILED)$/.test(action);
}

/** The kind of an object in words; by the name of the API where there are none. */
export function thingText(thing: string | null): string {
  const audit = auditTexts();
  const { common } = texts();
  const things: Readonly<Record<string, string>> = audit.things;
  return thing === null ? common.nothing : (things[thing] ?? thing);
}
