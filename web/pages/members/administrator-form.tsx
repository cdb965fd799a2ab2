import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import {
  InviteFirstAdministratorDocument,
  NameAdministratorDocument,
  type OrganisationLineFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { type Invitation, invitationOf } from './invitation';

/** Invites the first administrator of an organisation, or names another one, for a reason that it reads. */
export function AdministratorForm({
  organisation: { id, name, isAdministered },
  onInvited,
  onClose,
}: {
  readonly organisation: OrganisationLineFragment;
  readonly onInvited: (invitation: Invitation | undefined) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { organisations: messages, members, forms } = texts();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  const isNamed = isAdministered === true;
  return (
    <DialogForm
      title={isNamed ? messages.nameAdministrator : messages.inviteFirst}
      submit={members.invite}
      fields={['displayName', 'email', 'reason']}
      send={async () =>
        isNamed
          ? (
              await ask(NameAdministratorDocument, {
                input: { organisationId: id, email, displayName, reason },
              })
            ).nameAdministrator
          : (await ask(InviteFirstAdministratorDocument, { id, email, displayName })).inviteFirstAdministrator
      }
      onDone={(answer) => {
        onInvited(invitationOf(displayName, answer));
      }}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <p>
            <b>{name}</b>
          </p>
          <p className="soft">{isNamed ? messages.nameHint : messages.firstHint}</p>
          <TextField
            label={members.name}
            value={displayName}
            mistakes={mistakesAt(mistakes, 'displayName')}
            onChange={setDisplayName}
          />
          <TextField
            label={members.email}
            value={email}
            mistakes={mistakesAt(mistakes, 'email')}
            onChange={setEmail}
          />
          {isNamed && (
            <TextField
              label={forms.reason}
              value={reason}
              mistakes={mistakesAt(mistakes, 'reason')}
              onChange={setReason}
            />
          )}
        </>
      )}
    </DialogForm>
  );
}
