import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import { InviteMemberDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { type Invitation, invitationOf } from './invitation';
import { type Rights, rightsInput } from './rights';
import { RightsFields } from './rights-fields';

const EMPTY: Rights & { readonly email: string; readonly displayName: string } = {
  email: '',
  displayName: '',
  role: 'VIEWER',
  recordsMoney: false,
  stations: null,
};

/** Invites a person into the administrator's own organisation. */
export function InviteForm({
  onInvited,
  onClose,
}: {
  readonly onInvited: (invitation: Invitation | undefined) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { members: messages } = texts();
  const [draft, change, forget] = useDraft('invite', EMPTY);
  const { email, displayName } = draft;
  return (
    <DialogForm
      title={messages.invite}
      submit={messages.invite}
      fields={['email', 'displayName', 'role', 'stationIds']}
      send={async () =>
        (await ask(InviteMemberDocument, { input: { email, displayName, ...rightsInput(draft) } }))
          .inviteMember
      }
      onDone={(answer) => {
        forget();
        onInvited(invitationOf(displayName, answer));
      }}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <TextField
            label={messages.name}
            value={displayName}
            mistakes={mistakesAt(mistakes, 'displayName')}
            onChange={(value) => {
              change({ displayName: value });
            }}
          />
          <TextField
            label={messages.email}
            hint={messages.emailHint}
            value={email}
            mistakes={mistakesAt(mistakes, 'email')}
            onChange={(value) => {
              change({ email: value });
            }}
          />
          <RightsFields rights={draft} mistakes={mistakes} onChange={change} />
        </>
      )}
    </DialogForm>
  );
}
