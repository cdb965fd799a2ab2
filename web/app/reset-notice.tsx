import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../api/queries';
import { AdministratorResetsDocument } from '../generated/graphql';
import { resetTexts } from '../messages/resets';
import { isRecentReset, resetStateText } from '../session/administrator-reset';
import { useMay } from '../session/viewer';

/** Tells every member that somebody outside helps to get into the account of its administrator. */
export default function ResetNotice(): ReactNode {
  const messages = resetTexts();
  const mayStop = useMay('administratorReset.stop');
  const { data } = useOperation(AdministratorResetsDocument, {});
  return data?.administratorResets
    .filter((reset) => isRecentReset(reset))
    .map((reset) => (
      <p key={reset.id} className="notice">
        {messages.notice(reset.administrator, resetStateText(reset), reset.reason)}{' '}
        {mayStop ? <Link href="/console/members">{messages.noticeStep}</Link> : messages.noticeTell}
      </p>
    ));
}
