import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { useConnection } from '../../api/connections';
import { DialogForm } from '../../forms/dialog-form';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  IssuePasswordResetDocument,
  type MemberLineFragment,
  MembersDocument,
  RemoveMemberDocument,
  RenewInvitationDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay } from '../../session/viewer';
import { Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { ChangeForm } from './change-form';
import { type Invitation, invitationOf, resetOf } from './invitation';
import { InvitationLink } from './invitation-link';
import { InviteForm } from './invite-form';
import { type MemberStep, MemberTable } from './member-table';

type Opened =
  | { readonly kind: 'INVITE' }
  | { readonly kind: MemberStep; readonly member: MemberLineFragment }
  | { readonly kind: 'LINK'; readonly invitation: Invitation };

/** The members of the administrator's own organisation. */
export function MemberList(): ReactNode {
  const { members: messages } = texts();
  const mayManage = useMay('member.manage');
  const [opened, setOpened] = useState<Opened>();
  const list = useConnection(MembersDocument, {}, ({ members }) => members);
  const close = (): void => {
    setOpened(undefined);
  };
  const show = (invitation: Invitation | undefined): void => {
    setOpened(invitation && { kind: 'LINK', invitation });
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.members}</h2>
        {mayManage && (
          <button
            type="button"
            className="button primary screen-only"
            onClick={() => {
              setOpened({ kind: 'INVITE' });
            }}
          >
            {messages.invite}
          </button>
        )}
      </div>
      {list.nodes ? (
        <>
          <MemberTable
            members={list.nodes}
            {...(mayManage && {
              onStep: (kind, member) => {
                setOpened({ kind, member });
              },
            })}
          />
          <ListFoot {...list} />
        </>
      ) : (
        <Pending query={list.query} />
      )}
      {opened?.kind === 'INVITE' && <InviteForm onInvited={show} onClose={close} />}
      {opened?.kind === 'CHANGE' && <ChangeForm member={opened.member} onClose={close} />}
      {opened?.kind === 'RENEW' && <RenewForm member={opened.member} onInvited={show} onClose={close} />}
      {opened?.kind === 'RESET' && <ResetForm member={opened.member} onIssued={show} onClose={close} />}
      {opened?.kind === 'REMOVE' && <RemoveForm member={opened.member} onClose={close} />}
      {opened?.kind === 'LINK' && <InvitationLink invitation={opened.invitation} onClose={close} />}
    </section>
  );
}

interface StepProps {
  readonly member: MemberLineFragment;
  readonly onClose: () => void;
}

function RenewForm({
  member: { id, displayName },
  onInvited,
  onClose,
}: StepProps & { readonly onInvited: (invitation: Invitation | undefined) => void }): ReactNode {
  const { members: messages } = texts();
  return (
    <DialogForm
      title={messages.renewOf(displayName)}
      submit={messages.renew}
      send={async () => (await ask(RenewInvitationDocument, { id })).renewInvitation}
      onDone={(answer) => {
        onInvited(invitationOf(displayName, answer));
      }}
      onClose={onClose}
    >
      {() => <p>{messages.renewHint}</p>}
    </DialogForm>
  );
}

function ResetForm({
  member: { id, displayName },
  onIssued,
  onClose,
}: StepProps & { readonly onIssued: (link: Invitation | undefined) => void }): ReactNode {
  const { members: messages } = texts();
  return (
    <DialogForm
      title={messages.resetOf(displayName)}
      submit={messages.reset}
      send={async () => (await ask(IssuePasswordResetDocument, { id })).issuePasswordReset}
      onDone={(answer) => {
        onIssued(resetOf(displayName, answer));
      }}
      onClose={onClose}
    >
      {() => <p>{messages.resetHint}</p>}
    </DialogForm>
  );
}

function RemoveForm({ member: { id, displayName }, onClose }: StepProps): ReactNode {
  const { members: messages } = texts();
  return (
    <ReasonDialog
      title={messages.removeOf(displayName)}
      hint={messages.removeHint}
      hasReason={false}
      isDangerous
      take={async () => (await ask(RemoveMemberDocument, { id })).removeMember.userErrors}
      onClose={onClose}
    />
  );
}
