/** The forms that are recognised, by their headings. */
export enum SheetForm {
  FUJIAN_1 = 'FUJIAN_1',
  FUJIAN_2 = 'FUJIAN_2',
  SERVICE_LOG = 'SERVICE_LOG',
}

export enum ImportState {
  READY = 'READY',
  EXPIRED = 'EXPIRED',
}

export enum FaultSeverity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
  NOTE = 'NOTE',
}
