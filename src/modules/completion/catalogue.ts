import type { Database } from '../../platform/database/database';
import { exact } from '../../platform/decimal';
import { type Indicator, type Measure, readCatalogue } from './catalogue.repository';

export type { Indicator, Measure };

/** Money and hours take decimals; everything else is an integer count. */
const MEASURED_UNITS: ReadonlySet<string> = new Set(['元', '小时']);

/** The maximum number of decimals of a quantity of this measure. */
export function decimalsOf({ unit }: Measure): number {
  return MEASURED_UNITS.has(unit) ? 2 : 0;
}

/** Formats a quantity: money with two decimals, anything else without trailing zeros. */
export function shown(value: string, { unit }: Measure): string {
  // Fast path: most quantities are integers, or money with two decimals already.
  const point = value.indexOf('.');
  if (point === -1) return unit === '元' ? `${value}.00` : value;
  if (unit === '元' && value.length - point === 3) return value;
  return unit === '元' ? exact(value).toFixed(2) : exact(value).toFixed();
}

/** The catalogue of indicators. Only migrations change it, so it is loaded once at the start. */
export class Catalogue {
  private readonly byCode: ReadonlyMap<string, Indicator>;

  constructor(readonly indicators: readonly Indicator[]) {
    this.byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  }

  static async load(database: Database): Promise<Catalogue> {
    return new Catalogue(await readCatalogue(database));
  }

  find(code: string): Indicator | null {
    return this.byCode.get(code) ?? null;
  }

  /** The indicator of a foreign key. */
  get(code: string): Indicator {
    const indicator = this.find(code);
    if (!indicator) throw new Error(`indicator ${code} came after this server started`);
    return indicator;
  }

  /** The measure of a foreign key. */
  measure(indicator: string, code: string): Measure {
    const measure = this.get(indicator).measures.find((one) => one.code === code);
    if (!measure) throw new Error(`measure ${code} came after this server started`);
    return measure;
  }

  /** Whether any indicator has a measure of this code, for a more helpful message. */
  knowsMeasure(code: string): boolean {
    return this.indicators.some(({ measures }) => measures.some((measure) => measure.code === code));
  }
}
