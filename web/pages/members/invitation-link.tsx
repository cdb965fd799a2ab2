import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import { momentText } from '../../ui/moments';
import { type Invitation, linkOf } from './invitation';

/** The link of an invitation, which is shown only now. */
export function InvitationLink({
  invitation,
  onClose,
}: {
  readonly invitation: Invitation;
  readonly onClose: () => void;
}): ReactNode {
  const { members: messages } = texts();
  const { name, token, expiresAt } = invitation;
  return (
    <Dialog title={messages.linkFor(name)} onClose={onClose}>
      <div className="form">
        <p>{messages.linkHint(momentText(expiresAt))}</p>
        <CopyText label={messages.link} text={linkOf(token, window.location.origin)} />
      </div>
    </Dialog>
  );
}
