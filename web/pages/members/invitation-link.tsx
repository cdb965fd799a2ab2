import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import { momentText } from '../../ui/moments';
import { type Invitation, linkOf } from './invitation';

/** The link of an invitation or a reset, which is shown only now. */
export function InvitationLink({
  invitation,
  onClose,
}: {
  readonly invitation: Invitation;
  readonly onClose: () => void;
}): ReactNode {
  const { members: messages } = texts();
  const { kind, name, expiresAt } = invitation;
  return (
    <Dialog title={messages.linkFor(name)} onClose={onClose}>
      <div className="form">
        <p>{messages.linkHint(momentText(expiresAt))}</p>
        <CopyText
          label={kind === 'RESET' ? messages.resetLink : messages.link}
          text={linkOf(invitation, window.location.origin)}
        />
      </div>
    </Dialog>
  );
}
