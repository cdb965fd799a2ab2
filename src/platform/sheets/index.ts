export type { Annotation, CellRemark } from './annotation';
export { annotateWorkbook } from './annotate-workbook';
export { FILE_LIMITS } from './file-limits';
export { FileRefusal } from './file-refusal';
export {
  type Cell,
  type CellKind,
  cellName,
  columnName,
  Grid,
  type Merge,
  type SheetData,
  type Workbook,
} from './grid';
export { readWorkbook } from './read-workbook';
export {
  blank,
  type DraftCell,
  type Look,
  number,
  SheetBuilder,
  type SheetDraft,
  text,
  type Validation,
  type WorkbookDraft,
} from './draft';
export { type RowColumn, type RowValues, writeRows } from './write-rows';
export { writeWorkbook } from './write-workbook';
