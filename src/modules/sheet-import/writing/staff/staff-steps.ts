import type { Member, Write } from '../../../../access';
import type { StaffServices } from './staff-services';
import type { StaffStep } from './staff-edits.rules';

/** Who changes a person on record, in the transaction of the import. */
export interface StaffTurn {
  member: Member;
  transaction: Write;
  services: StaffServices;
}

/** Changes a person as a form says. */
export async function take({ services, ...by }: StaffTurn, memberId: string, step: StaffStep): Promise<void> {
  const { staffChanges } = services;
  switch (step.kind) {
    case 'POSITION':
      await staffChanges.changeDetails(by, { memberId, position: step.after });
      return;
    case 'CERTIFICATES':
      await staffChanges.setCertificates(by, { memberId, certificates: step.after });
      return;
    case 'SPELL':
      await staffChanges.changeSpell(by, { spellId: step.spellId, employedTo: step.after });
      return;
    case 'RETURN': {
      const { from, to } = step.days;
      await staffChanges.addSpell(by, { memberId, employedFrom: from, employedTo: to });
      return;
    }
    case 'ZONES':
      await staffChanges.setZones(by, { memberId, zoneIds: step.after, from: step.since });
  }
}
