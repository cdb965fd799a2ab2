/** 定稿报告类别. */
export enum ReportKind {
  QUARTER = 'QUARTER',
  HALF_YEAR = 'HALF_YEAR',
  YEAR = 'YEAR',
  OTHER = 'OTHER',
}
