/** A report of which a snapshot is kept. */
export enum BasisReport {
  COMPLETION = 'COMPLETION',
  STAFFING = 'STAFFING',
  FUNDING = 'FUNDING',
  SPENDING = 'SPENDING',
  SATISFACTION = 'SATISFACTION',
}

/** What a snapshot is kept for. */
export enum SnapshotPurpose {
  MONTH = 'MONTH',
  ASSESSMENT = 'ASSESSMENT',
  REPORT = 'REPORT',
}
