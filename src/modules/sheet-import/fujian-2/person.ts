import type { Day } from '../../../platform/calendar';
import type { Decimal } from '../../../platform/decimal';
import type { Named } from '../reading/names.rules';

/** 0, 0.5 or 1: whether somebody was on post in a month. */
export type Presence = '0' | '0.5' | '1';

export type Certificate = 'ASSISTANT' | 'INTERMEDIATE' | 'SENIOR';

/** Days on post without a break, as a contract has them; the last one may be open. */
export interface ContractDays {
  from: Day;
  to: Day | null;
}

/** The cells of a person: E5. */
export interface PersonCells {
  name: string;
  position: string;
  certificate: string;
  contract: string;
  note: string;
  /** By month: 人员到位, 社保购买 and 工资发放, of the row that has the month. */
  months: { month: string; presence: string; insurance: string | null; salary: string | null }[];
}

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
  /** Further ones that 备注 names with their days. */
  otherCertificates: { level: Certificate; passedOn: Day }[];
  contractFrom: Day;
  /** Null without a fixed end. */
  contractTo: Day | null;
  /** More than one where the contract names a break: somebody left and came back. */
  contracts: ContractDays[];
  leftOn: Day | null;
  /** By month. */
  presence: Presence[];
  socialInsurancePaid: boolean[];
  salaryPaid: boolean[];
  /** Person-months with and without a certificate, and as somebody of two years' practice, as the form has them. */
  certified: Decimal;
  uncertified: Decimal;
  experienced: Decimal;
  /** Whether 备注 speaks of a leave, which changes nothing of who is on post. */
  hasLeave: boolean;
  cells: PersonCells;
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
