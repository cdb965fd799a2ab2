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
