import {
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type NamedRange,
  writeXlsx,
  type WriteSheet,
} from 'hucre';
import { trimmed } from '../decimal';
import type { DraftCell, DraftValue, Look, SheetDraft, Validation, WorkbookDraft } from './draft';
import { columnName } from './grid';
import { heightsOf } from './row-heights';

/** The adapter for writing whole workbooks: nothing behind this has the types of the library. */

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const CENTRED = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const FONT = { name: '宋体', size: 10 };
const FORMATS: Partial<Record<Look, string>> = {
  PERCENT: '0.00%',
  DAY: 'yyyy-mm-dd',
  MONTH: 'yyyy"年"m"月"',
};
const styles = new Map<Look, CellStyle>();

/** The bytes of an .xlsx. */
export async function writeWorkbook({ title, sheets, properties }: WorkbookDraft): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: sheets.flatMap(printedOf),
    defaultFont: FONT,
    properties: { title, custom: { ...properties } },
  });
  return Buffer.from(bytes);
}

function sheetOf(draft: SheetDraft): WriteSheet {
  const { name, rows, merges, widths, frozen, print, validations, isHidden } = draft;
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, drafts] of rows.entries())
    for (const [column, cell] of drafts.entries()) if (cell) cells.set(`${row},${column}`, cellOf(cell));
  return {
    name,
    rows: rows.map((drafts) => drafts.map((cell) => valueOf(cell?.value ?? null))),
    cells,
    merges: merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([...heightsOf(draft)].map(([row, height]) => [row, { height }])),
    freezePane: frozen,
    dataValidations: validations.map(validationOf),
    hidden: isHidden,
    ...(print && {
      pageSetup: {
        paperSize: 'a3',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
      },
      headerFooter: {
        ...(print.header !== '' && { oddHeader: `&R${plain(print.header)}` }),
        oddFooter: '&C第 &P 页，共 &N 页',
      },
    }),
  };
}

/** In headers an ampersand begins a code. */
const plain = (header: string): string => header.replaceAll('&', '&&');

/** The library's own names of what is printed leave out the quotation marks that 附件1-1 needs. */
function printedOf({ name, rows, print }: SheetDraft): NamedRange[] {
  if (!print) return [];
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const area = `${sheet}!$A$1:$${columnName(width - 1)}$${rows.length}`;
  return [
    { name: '_xlnm.Print_Area', range: area, scope: name },
    { name: '_xlnm.Print_Titles', range: `${sheet}!$1:$${print.titleRows}`, scope: name },
  ];
}

function cellOf({ value, look, formula }: DraftCell): Partial<Cell> {
  const shown = valueOf(value);
  return {
    value: shown,
    style: styleOf(look),
    ...(formula !== undefined && { formula, formulaResult: shown }),
  };
}

/** A number that a double cannot hold stays text: it is never changed. */
function valueOf(value: DraftValue): CellValue {
  if (value === null) return null;
  if ('text' in value) return value.text;
  if ('day' in value) return new Date(`${value.day}T00:00:00Z`);
  const double = Number(value.number);
  return trimmed(String(double)) === trimmed(value.number) ? double : value.number;
}

function styleOf(look: Look): CellStyle {
  const known = styles.get(look);
  if (known) return known;
  const format = FORMATS[look];
  const style: CellStyle = {
    font: look === 'TITLE' ? { ...FONT, size: 14, bold: true } : { ...FONT, bold: look === 'HEADING' },
    alignment: look === 'NOTE' ? { ...CENTRED, horizontal: 'left' } : CENTRED,
    ...(look === 'TITLE' ? {} : { border: BORDER }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
  styles.set(look, style);
  return style;
}

function validationOf({ range, rule, title, message }: Validation): DataValidation {
  const shared = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    errorTitle: title,
    errorMessage: message,
    errorStyle: 'stop',
  } as const;
  if ('list' in rule) return { ...shared, type: 'list', values: [...rule.list] };
  if ('listIn' in rule) return { ...shared, type: 'list', formula1: rule.listIn };
  return { ...shared, type: 'custom', formula1: rule.formula };
}
