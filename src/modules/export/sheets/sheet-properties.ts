import type { Day } from '../../../platform/calendar';

/** Grows with each change of a form that a reader must know of. */
const VERSION = '1';

export type SheetForm = 'FUJIAN_1' | 'FUJIAN_2' | 'SERVICE_LOG';

/** What a workbook says of itself, as custom properties of the document: they survive being edited and saved. */
export function propertiesOf(
  form: SheetForm | `${SheetForm}_TEMPLATE`,
  { id }: { id: string },
  { from, to }: { from: Day; to: Day },
): Record<string, string> {
  return { Form: form, FormVersion: VERSION, AgreementId: id, From: from, To: to };
}
