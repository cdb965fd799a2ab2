export type { Annotation, CellRemark } from './annotation';
export { annotateWorkbook } from './annotate-workbook';
export { FileRefusal } from './file-refusal';
export { type Cell, cellName, columnName, Grid, type SheetData, type Workbook } from './grid';
export { readWorkbook } from './read-workbook';
export {
  blank,
  type DraftCell,
  number,
  SheetBuilder,
  type SheetDraft,
  text,
  type WorkbookDraft,
} from './draft';
export { type RowColumn, type RowValues, writeRows } from './write-rows';
export { writeWorkbook } from './write-workbook';
