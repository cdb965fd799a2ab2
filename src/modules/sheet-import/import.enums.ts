/** The forms that are recognised, by their headings. */
export enum SheetForm {
  FUJIAN_1 = 'FUJIAN_1',
  FUJIAN_2 = 'FUJIAN_2',
  SERVICE_LOG = 'SERVICE_LOG',
}

export enum ImportState {
  READY = 'READY',
  REFUSED = 'REFUSED',
  APPLIED = 'APPLIED',
  UNDONE = 'UNDONE',
  EXPIRED = 'EXPIRED',
}

/** What of a form is written by itself, PUBLISHED_FIGURES never. */
export enum ImportPart {
  TARGETS = 'TARGETS',
  SERVICE_RECORDS = 'SERVICE_RECORDS',
  STAFF = 'STAFF',
  PUBLISHED_FIGURES = 'PUBLISHED_FIGURES',
}

export enum FaultSeverity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
  NOTE = 'NOTE',
}

/** What a name in a file stands for. */
export enum ImportNameKind {
  ZONE = 'ZONE',
  POINT = 'POINT',
  PROJECT = 'PROJECT',
  INDICATOR = 'INDICATOR',
}
