import type { Action } from '../../access';
import { ImportPart, type SheetForm } from './import.enums';

/** What a form changes in the end, and so who may bring it, match its names, apply it and take it back. */
export const ACTION_OF: Record<SheetForm, Action> = {
  FUJIAN_1: 'target.set',
  FUJIAN_2: 'staff.manage',
  SERVICE_LOG: 'serviceRecord.record',
};

/** What a form consists of. */
export const PARTS_OF: Record<SheetForm, readonly ImportPart[]> = {
  FUJIAN_1: [ImportPart.TARGETS, ImportPart.PUBLISHED_FIGURES],
  FUJIAN_2: [ImportPart.STAFF],
  SERVICE_LOG: [ImportPart.SERVICE_RECORDS],
};
