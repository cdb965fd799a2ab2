/** What a printed figure says of its subject. */
export enum FigureKind {
  TARGET = 'TARGET',
  COMPLETED = 'COMPLETED',
  PERCENT = 'PERCENT',
}

/** Ways in which reports round ratios. */
export enum FigureRounding {
  HALF_UP_0 = 'HALF_UP_0',
  TRUNCATED_0 = 'TRUNCATED_0',
  HALF_UP_1 = 'HALF_UP_1',
  TRUNCATED_1 = 'TRUNCATED_1',
  HALF_UP_2 = 'HALF_UP_2',
  TRUNCATED_2 = 'TRUNCATED_2',
}

/** A printed figure against the records. */
export enum FigureVerdict {
  EQUAL = 'EQUAL',
  ROUNDED_DOWN = 'ROUNDED_DOWN',
  ROUNDED_TO_INTEGER = 'ROUNDED_TO_INTEGER',
  ROUNDED_HALF_UP = 'ROUNDED_HALF_UP',
  DIFFERENT = 'DIFFERENT',
  NOT_RECORDED = 'NOT_RECORDED',
  NOT_IN_REPORT = 'NOT_IN_REPORT',
}

/** A printed figure against the other figures of its report. */
export enum ReportFault {
  RATIO_WRONG = 'RATIO_WRONG',
  ZONES_DIFFER = 'ZONES_DIFFER',
  TEXT_DIFFERS = 'TEXT_DIFFERS',
  MIXED_PRECISION = 'MIXED_PRECISION',
  TARGET_OUT_OF_LINE = 'TARGET_OUT_OF_LINE',
}
