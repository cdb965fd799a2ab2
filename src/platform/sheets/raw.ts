/** A workbook as the library has it, before it is ours. */
export type {
  Cell as RawCell,
  CellValue as RawValue,
  ColumnDef as RawColumn,
  MergeRange as RawMerge,
  RowDef as RawRow,
  Sheet as RawSheet,
  Workbook as RawWorkbook,
} from 'hucre';
