import type { Action, Caller, Member } from '../../access';
import { ImportPart, type SheetForm } from './import.enums';

/** What a form changes in the end that is not everybody's who may upload: a log is. */
const FURTHER_ACTION: Record<SheetForm, Action | null> = {
  FUJIAN_1: 'target.set',
  FUJIAN_2: 'staff.manage',
  SERVICE_LOG: null,
};

/** Of a caller who may upload: asserts that it may bring this form, match its names, apply it and take it back. */
export function assertBrings(caller: Caller, form: SheetForm): void {
  const action = FURTHER_ACTION[form];
  if (action !== null) caller.assert(action);
}

export function mayBring(member: Member, form: SheetForm): boolean {
  const action = FURTHER_ACTION[form];
  return member.may('import.upload') && (action === null || member.may(action));
}

/** What a form consists of. */
export const PARTS_OF: Record<SheetForm, readonly ImportPart[]> = {
  FUJIAN_1: [ImportPart.TARGETS, ImportPart.PUBLISHED_FIGURES],
  FUJIAN_2: [ImportPart.STAFF],
  SERVICE_LOG: [ImportPart.SERVICE_RECORDS],
};
