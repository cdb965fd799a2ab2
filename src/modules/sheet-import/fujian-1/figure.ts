import type { Decimal } from '../../../platform/decimal';
import type { Named } from '../reading/names.rules';

/** One figure of 附件1 as read: a measure of an indicator, of a zone or of the whole station. */
export interface FormFigure {
  sheet: string;
  /** As the form calls the indicator. */
  heading: string;
  indicator: string;
  measure: string;
  /** Null for the whole station. */
  zone: Named | null;
  /** 协议量; null where the form says that there is none. */
  target: Decimal | null;
  /** 完成量; null where the form says that there is none. */
  completed: Decimal | null;
  /** The ratio of the two, half up to two decimals; null where there is no target. */
  percent: Decimal | null;
  /** The ratio as the form has it, never imported; null where it has none, or a formula that was not calculated. */
  published: string | null;
  cells: { target: string; completed: string; percent: string | null };
}

/** Of a zone: how many social workers it has. */
export interface ZoneWorkers {
  sheet: string;
  zone: Named | null;
  workers: Decimal;
}
