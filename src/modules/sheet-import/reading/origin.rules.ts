import { isDay } from '../../../platform/calendar';
import { isId } from '../../../platform/ids';
import type { Workbook } from '../../../platform/sheets';
import type { Period } from './period.rules';

/** What a form that we gave out says of itself, as long as the file is edited and saved as a workbook. */
export interface FormOrigin extends Period {
  agreementId: string;
}

export function originOf({ properties = {} }: Pick<Workbook, 'properties'>): FormOrigin | null {
  const { AgreementId: agreementId = '', From: from = '', To: to = '' } = properties;
  return isId(agreementId) && isDay(from) && isDay(to) && from <= to ? { agreementId, from, to } : null;
}
