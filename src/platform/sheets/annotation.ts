/** What is said of one cell. */
export interface CellRemark {
  sheet: string;
  /** As the spreadsheet names it: D9. */
  cell: string;
  /** The colour of the cell, as hexadecimal RRGGBB; of several remarks the first decides. */
  colour: string;
  text: string;
  /** Its line in the list: what is beside sheet and cell. */
  listed: string[];
}

/** What is said of the cells of a workbook: at each of them, and in a list that is its last sheet. */
export interface Annotation {
  /** Whose comments they are. */
  author: string;
  /** The colours in use: cells that have one of them from an earlier annotation lose it. */
  colours: string[];
  remarks: CellRemark[];
  list: { name: string; headings: string[]; widths: number[] };
}
