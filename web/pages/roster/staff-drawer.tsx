import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  RemoveStaffSpellDocument,
  type RosterMemberFragment,
  VoidStaffMemberDocument,
} from '../../generated/graphql';
import { rosterTexts } from '../../messages/roster';
import { useMay } from '../../session/viewer';
import { Dialog } from '../../ui/dialog';
import { CertificatesForm } from './certificates-form';
import { PersonFacts, spellText } from './person-facts';
import { PersonForm } from './person-form';
import type { RosterAgreement } from './sheet';
import { SpellForm } from './spell-form';
import { ZonesForm } from './zones-form';

type Spell = RosterMemberFragment['spells'][number];
type Opened = 'PERSON' | 'RETURN' | 'CERTIFICATES' | 'ZONES' | 'VOID' | { spell: Spell } | { remove: Spell };

interface Props {
  readonly agreement: RosterAgreement;
  readonly person: RosterMemberFragment;
  readonly onClose: () => void;
}

/** A person of the roster, and for who manages it the ways to change what is known of it. */
export function StaffDrawer({ agreement, person, onClose }: Props): ReactNode {
  const messages = rosterTexts();
  const mayManage = useMay('staff.manage') && person.voidedAt === null;
  const [opened, setOpened] = useState<Opened>();
  const done = (): void => {
    setOpened(undefined);
  };
  const open = (label: string, to: Opened, className = 'button'): ReactNode => (
    <button
      type="button"
      className={className}
      onClick={() => {
        setOpened(to);
      }}
    >
      {label}
    </button>
  );
  return (
    <Dialog isDrawer title={messages.whose(person.name, person.code)} onClose={onClose}>
      <PersonFacts person={person} />
      {mayManage && opened === undefined && (
        <>
          <ul className="spells">
            {person.spells.map((spell) => (
              <li key={spell.id}>
                <span className="number">{spellText(spell)}</span>
                {open(messages.changeSpell, { spell })}
                {person.spells.length > 1 && open(messages.removeSpell, { remove: spell })}
              </li>
            ))}
          </ul>
          <div className="actions wrapping">
            {open(messages.changePerson, 'PERSON')}
            {open(messages.returned, 'RETURN')}
            {open(messages.changeCertificates, 'CERTIFICATES')}
            {open(messages.changeZones, 'ZONES')}
            {open(messages.voidPerson, 'VOID', 'button danger')}
          </div>
        </>
      )}
      {opened === 'PERSON' && <PersonForm person={person} onDone={done} />}
      {opened === 'RETURN' && <SpellForm person={person} spell={undefined} onDone={done} />}
      {opened === 'CERTIFICATES' && <CertificatesForm person={person} onDone={done} />}
      {opened === 'ZONES' && <ZonesForm agreement={agreement} person={person} onDone={done} />}
      {typeof opened === 'object' && 'spell' in opened && (
        <SpellForm person={person} spell={opened.spell} onDone={done} />
      )}
      {opened === 'VOID' && (
        <ReasonDialog
          title={messages.voidPerson}
          hint={messages.voidHint}
          isDangerous
          take={async (reason, key) =>
            (await ask(VoidStaffMemberDocument, { id: person.id, reason, key })).voidStaffMember.userErrors
          }
          onClose={done}
        />
      )}
      {typeof opened === 'object' && 'remove' in opened && (
        <ReasonDialog
          title={messages.removeSpell}
          hint={messages.removeSpellHint(spellText(opened.remove))}
          hasReason={false}
          isDangerous
          take={async (_, key) =>
            (await ask(RemoveStaffSpellDocument, { id: opened.remove.id, key })).removeStaffSpell.userErrors
          }
          onClose={done}
        />
      )}
    </Dialog>
  );
}
