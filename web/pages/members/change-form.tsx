import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import { ChangeMemberDocument, type MemberLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { type Rights, rightsInput } from './rights';
import { RightsFields } from './rights-fields';

/** Changes name and rights of a member. */
export function ChangeForm({
  member,
  onClose,
}: {
  readonly member: MemberLineFragment;
  readonly onClose: () => void;
}): ReactNode {
  const { members: messages } = texts();
  const [displayName, setDisplayName] = useState(member.displayName);
  const [rights, setRights] = useState<Rights>(member);
  return (
    <DialogForm
      title={messages.changeOf(member.displayName)}
      submit={messages.save}
      fields={['displayName', 'role', 'stationIds']}
      send={async () => {
        const input = { memberId: member.id, displayName, ...rightsInput(rights) };
        return (await ask(ChangeMemberDocument, { input })).changeMember;
      }}
      onDone={onClose}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <TextField
            label={messages.name}
            value={displayName}
            mistakes={mistakesAt(mistakes, 'displayName')}
            onChange={setDisplayName}
          />
          <RightsFields rights={rights} mistakes={mistakes} onChange={setRights} />
          <p className="soft">{messages.changeHint}</p>
        </>
      )}
    </DialogForm>
  );
}
