import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AuditLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { auditTexts } from '../../messages/audit';
import { reportingTexts } from '../../messages/reporting';
import { resetTexts } from '../../messages/resets';
import { webhookTexts } from '../../messages/webhooks';
import { Dialog } from '../../ui/dialog';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { thingText } from './audit-table';
import { changedValues, pathText } from './values';

/** One entry: who, from where, and which values it changed. */
export function EntryDrawer({
  entry,
  onClose,
}: {
  readonly entry: AuditLineFragment;
  readonly onClose: () => void;
}): ReactNode {
  const messages = auditTexts();
  const { common } = texts();
  const { thing, thingId, operation, agreementIds } = entry;
  return (
    <Dialog isDrawer title={messages.actions[entry.action]} onClose={onClose}>
      <dl className="facts">
        <dt>{messages.at}</dt>
        <dd>{momentText(entry.at)}</dd>
        <dt>{messages.who}</dt>
        <dd>{entry.memberName ?? messages.unknown}</dd>
        <dt>{messages.thing}</dt>
        <dd>
          {thingText(thing)}{' '}
          {thingId !== null && (
            <Link href={`/console/audit?thing=${thingId}`} onClick={onClose}>
              {messages.ofThing}
            </Link>
          )}
        </dd>
        {agreementIds !== null && agreementIds.length > 0 && (
          <>
            <dt>{messages.agreements}</dt>
            <dd>
              {agreementIds.map((id, index) => (
                <Link key={id} href={`/console/audit?thing=${id}`} className="counted" onClick={onClose}>
                  {index + 1}
                </Link>
              ))}
            </dd>
          </>
        )}
        <dt>{messages.address}</dt>
        <dd>{entry.remoteAddress}</dd>
        <dt>{messages.operation}</dt>
        <dd>{operation ?? common.nothing}</dd>
        <dt>{messages.requestId}</dt>
        <dd className="number">{entry.requestId}</dd>
      </dl>
      <Values entry={entry} />
    </Dialog>
  );
}

/** The codes that the values of an entry may have, as people call them. */
function wordsOf(thing: string | null): Readonly<Record<string, string>> {
  const { terms } = texts();
  const { event, stopped } = webhookTexts();
  const { monthly, published } = reportingTexts();
  const { statuses } = monthly;
  return {
    ...terms.role,
    ...terms.kind,
    ...event,
    ...stopped,
    ...published.kinds,
    ...(thing === 'Member' && resetTexts().steps),
    ...(thing === 'ReportMonth' && { ...statuses, OPEN: statuses.DUE }),
    ...auditTexts().things,
  };
}

function Values({ entry: { thing, before, after } }: { readonly entry: AuditLineFragment }): ReactNode {
  const messages = auditTexts();
  const { common } = texts();
  const inWords = { ...messages, words: wordsOf(thing) };
  const values = changedValues(before, after, inWords);
  if (values.length === 0) return <p className="soft">{messages.noValues}</p>;
  return (
    <TableFrame label={messages.details}>
      <table className="table values">
        <thead>
          <tr>
            <th scope="col">{messages.field}</th>
            {before !== null && <th scope="col">{messages.was}</th>}
            <th scope="col">{messages.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ path, was, becomes }) => (
            <tr key={path}>
              <th scope="row">{pathText(path, inWords)}</th>
              {before !== null && <td className="text wrap">{was ?? common.none}</td>}
              <td className="text wrap">{becomes ?? common.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
