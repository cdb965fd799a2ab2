import type { Day } from '../../../platform/calendar';
import type { Decimal } from '../../../platform/decimal';
import type { Named } from '../reading/names.rules';

/** 0, 0.5 or 1: whether somebody was on post in a month. */
export type Presence = '0' | '0.5' | '1';

export type Certificate = 'ASSISTANT' | 'INTERMEDIATE' | 'SENIOR';

/** One person of 附件2, whose months may be divided between two rows: before and after a certificate. */
export interface RosterPerson {
  sheet: string;
  /** 序号 */
  no: number;
  name: string;
  position: string;
  /** That the position names. */
  zone: Named | null;
  /** As the spreadsheet counts them. */
  rows: number[];
  certificate: { level: Certificate; passedOn: Day | null } | null;
  contractFrom: Day;
  /** Null without a fixed end. */
  contractTo: Day | null;
  leftOn: Day | null;
  /** By month. */
  presence: Presence[];
  socialInsurancePaid: boolean[];
  salaryPaid: boolean[];
  /** Person-months with and without a certificate, and as somebody of two years' practice, as the form has them. */
  certified: Decimal;
  uncertified: Decimal;
  experienced: Decimal;
}

/** The columns of a month. */
export interface MonthColumns {
  /** YYYY-MM */
  month: string;
  presence: number;
  insurance: number | null;
  salary: number | null;
}

export type RosterColumn =
  | 'KIND'
  | 'NO'
  | 'NAME'
  | 'POSITION'
  | 'CERTIFICATE'
  | 'CONTRACT'
  | 'PRESENCE_SUM'
  | 'EXPERIENCED_SUM'
  | 'NOTE';

/** The headings of a roster. */
export interface RosterHead {
  top: number;
  bottom: number;
  columns: ReadonlyMap<RosterColumn, number>;
  months: MonthColumns[];
}

/** What one row says of a month: null where it says that another row does (【分段计算】). */
export interface RowMonth {
  presence: Presence;
  insurance: boolean;
  salary: boolean;
}

/** One row of a person. */
export interface RosterRow {
  row: number;
  isCertified: boolean;
  months: (RowMonth | null)[];
  experienced: Decimal;
}
