import { type Message, message } from '../../messages';
import { Grid, type Workbook } from '../../platform/sheets';
import type { FormContext } from './form-context';
import { blocksOf } from './fujian-1/blocks.rules';
import { type Fujian1Reading, Fujian1Reader } from './fujian-1/read-fujian-1';
import { rosterHead } from './fujian-2/head.rules';
import { type Fujian2Reading, Fujian2Reader } from './fujian-2/read-fujian-2';
import type { SheetFault } from './reading/fault';
import { type Line, Ledger, type LineCounts } from './reading/lines';
import { NameBook, type ReadName } from './reading/name-book';
import { type FormOrigin, originOf } from './reading/origin.rules';
import { logHeads } from './service-log/columns.rules';
import { ServiceLogReader } from './service-log/read-service-log';
import type { LogRecord } from './service-log/record';

/** What was read of a form, line by line: nothing of the workbook is left out without a report of it. */
export type FormReading = {
  lines: Line[];
  faults: SheetFault[];
  counts: LineCounts;
  names: ReadName[];
  origin: FormOrigin | null;
} & (
  | { form: 'FUJIAN_1'; reading: Fujian1Reading }
  | { form: 'FUJIAN_2'; reading: Fujian2Reading }
  | { form: 'SERVICE_LOG'; reading: LogRecord[] }
);

/** Which of the forms a workbook is of, by its headings alone; or why that is not clear. */
export function formOf(
  workbook: Workbook,
  { indicators, terms }: Pick<FormContext, 'indicators' | 'terms'>,
): FormReading['form'] | { unclear: Message } {
  const grids = workbook.sheets.map((sheet) => new Grid(sheet));
  const forms = new Set<FormReading['form']>();
  for (const grid of grids) {
    if (rosterHead(grid, terms, workbook.dateSystem)) forms.add('FUJIAN_2');
    else if (blocksOf(grid, indicators).length > 0) forms.add('FUJIAN_1');
    else if (logHeads(grid, indicators).length > 0) forms.add('SERVICE_LOG');
  }
  const [form] = forms;
  if (form === undefined) return { unclear: message('FORM_NOT_RECOGNISED') };
  return forms.size > 1 ? { unclear: message('FORMS_MIXED') } : form;
}

/** Reads a workbook as the form that it is. */
export function readForm(workbook: Workbook, context: FormContext): FormReading | { unclear: Message } {
  const form = formOf(workbook, context);
  if (typeof form !== 'string') return form;
  const ledger = new Ledger(workbook);
  const book = new NameBook(context);
  const read = readAs(form, ledger, book, context);
  ledger.close();
  const { lines, faults, counts } = ledger;
  return { ...read, lines, faults, counts, names: book.names, origin: originOf(workbook) };
}

function readAs(form: FormReading['form'], ledger: Ledger, names: NameBook, context: FormContext) {
  const { indicators, zones, terms } = context;
  switch (form) {
    case 'FUJIAN_1':
      return { form, reading: new Fujian1Reader(ledger, indicators, names).read() };
    case 'FUJIAN_2':
      return { form, reading: new Fujian2Reader(ledger, zones, terms).read() };
    case 'SERVICE_LOG':
      return { form, reading: new ServiceLogReader(ledger, context, names).read() };
  }
}
