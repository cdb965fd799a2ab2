import { exact } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import type { InputRules } from '../../platform/input-rules';
import { beginningOf } from '../../platform/text-forms';
import { type Catalogue, decimalsOf, type Indicator, type Measure } from './catalogue';

/** Larger values are typing errors. */
export const MAX_QUANTITY = '1000000000';
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
    rules.add(
      'UNKNOWN_INDICATOR',
      path,
      `指标目录中没有“${beginningOf(code)}”，请从 indicators 中选择。`,
      `The catalogue has no indicator "${beginningOf(code)}". Please choose one of indicators.`,
    );
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
  const own = indicator.measures.map((candidate) => `${candidate.code}（${candidate.name}）`).join('、');
  if (catalogue.knowsMeasure(code)) {
    rules.add(
      'MEASURE_OF_OTHER_INDICATOR',
      path,
      `“${code}”不是“${indicator.nameZh}”的度量，请使用：${own}。`,
      `"${code}" is no measure of "${indicator.nameEn}". Please use: ${indicator.measures.map((m) => m.code).join(', ')}.`,
    );
  } else {
    rules.add(
      'UNKNOWN_MEASURE',
      path,
      `没有度量“${beginningOf(code)}”，“${indicator.nameZh}”可用：${own}。`,
      `There is no measure "${beginningOf(code)}". "${indicator.nameEn}" has: ${indicator.measures.map((m) => m.code).join(', ')}.`,
    );
  }
  return null;
}

/** Checks a value of a measure: not negative, at most MAX_QUANTITY, an integer unless it is money or hours. */
export function checkValue(rules: InputRules, value: string, measure: Measure, path: Path): void {
  const places = decimalsOf(measure);
  const number = exact(value);
  if (number.lt(0)) {
    rules.add('NEGATIVE_QUANTITY', path, `${measure.name}不能为负数。`, 'A quantity must not be negative.');
  } else if (number.gt(MAX_QUANTITY)) {
    rules.add(
      'QUANTITY_TOO_LARGE',
      path,
      `${measure.name}大于 10 亿，请核对是否输错。`,
      'The quantity is above 1,000,000,000. Please check it for a slip.',
    );
  } else if (!number.eq(number.round(places))) {
    rules.add(
      'TOO_MANY_DECIMALS',
      path,
      places === 0
        ? `${measure.name}按“${measure.unit}”计数，须为整数。`
        : `${measure.name}最多保留两位小数。`,
      places === 0
        ? 'This is counted in whole numbers; no fractions.'
        : 'Money and hours take at most two decimals.',
    );
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
      rules.add(
        'MEASURE_TWICE',
        [...at, 'measure'],
        `同一条记录中“${measure.name}”只能填写一次。`,
        `"${code}" stands twice in this record. Please give it once.`,
      );
    }
    seen.add(code);
    checkValue(rules, value, measure, [...at, 'value']);
  });
  const isValid = rules.faults.length === before;
  if (isValid && quantities.every(({ value }) => exact(value).eq(0))) {
    rules.add(
      'NOTHING_RECORDED',
      path,
      '至少要有一项数量大于 0。',
      'At least one quantity must be more than zero.',
    );
  }
}
