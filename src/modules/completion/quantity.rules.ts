import { exact } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import type { InputRules } from '../../platform/input-rules';
import { beginningOf } from '../../platform/text-forms';
import { type Catalogue, decimalsOf, type Indicator, type Measure } from './catalogue';

/** Larger values are typing errors. */
const MAX_QUANTITY = '1000000000';
/** Quantities validated beyond the number of the indicator's measures; limits the faults of a call with thousands. */
const MAX_SURPLUS = 10;

export interface GivenQuantity {
  measure: string;
  value: string;
}

/** The indicator of a code, or a fault at `path`. */
export function checkIndicator(
  rules: InputRules,
  catalogue: Catalogue,
  code: string,
  path: Path,
): Indicator | null {
  const indicator = catalogue.find(code);
  if (!indicator) {
    rules.add('UNKNOWN_INDICATOR', path, { code: beginningOf(code) });
  }
  return indicator;
}

/** The measure of an indicator, or a fault at `path`: unknown, or of another indicator. */
export function checkMeasure(
  rules: InputRules,
  catalogue: Catalogue,
  indicator: Indicator,
  code: string,
  path: Path,
): Measure | null {
  const measure = indicator.measures.find((candidate) => candidate.code === code);
  if (measure) return measure;
  if (catalogue.knowsMeasure(code)) {
    rules.add('MEASURE_OF_OTHER_INDICATOR', path, { code, indicator });
  } else {
    rules.add('UNKNOWN_MEASURE', path, { code: beginningOf(code), indicator });
  }
  return null;
}

/** Checks a value of a measure: not negative, at most MAX_QUANTITY, an integer unless it is money or hours. */
export function checkValue(rules: InputRules, value: string, measure: Measure, path: Path): void {
  const places = decimalsOf(measure);
  const number = exact(value);
  if (number.lt(0)) {
    rules.add('NEGATIVE_QUANTITY', path, { measure });
  } else if (number.gt(MAX_QUANTITY)) {
    rules.add('QUANTITY_TOO_LARGE', path, { measure });
  } else if (!number.eq(number.round(places))) {
    rules.add('TOO_MANY_DECIMALS', path, { places });
  }
}

/** Checks all quantities of one record: no duplicate measures, at least one above zero. */
export function checkQuantities(
  rules: InputRules,
  catalogue: Catalogue,
  indicator: Indicator,
  quantities: readonly GivenQuantity[],
  path: Path,
): void {
  const seen = new Set<string>();
  const before = rules.faults.length;
  // With more quantities than measures, at least one is unknown or a duplicate.
  quantities.slice(0, indicator.measures.length + MAX_SURPLUS).forEach(({ measure: code, value }, index) => {
    const at = [...path, index];
    const measure = checkMeasure(rules, catalogue, indicator, code, [...at, 'measure']);
    if (!measure) return;
    if (seen.has(code)) {
      rules.add('MEASURE_TWICE', [...at, 'measure'], { measure });
    }
    seen.add(code);
    checkValue(rules, value, measure, [...at, 'value']);
  });
  const isValid = rules.faults.length === before;
  if (isValid && quantities.every(({ value }) => exact(value).eq(0))) {
    rules.add('NOTHING_RECORDED', path);
  }
}
