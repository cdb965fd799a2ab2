/** A decimal number as the API sends it: digits, exact. */
export type Decimal = string;

/** As people read a percent; "/" where there is none. */
export function percentText(percent: Decimal | null | undefined, none = '/'): string {
  return percent == null ? none : `${percent}%`;
}

/** As people read money: 1,234,567.50; "/" where there is none. */
export function moneyText(amount: Decimal | null | undefined, none = '/'): string {
  if (amount == null) return none;
  const [whole = '', ...fraction] = amount.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** Whether quantities of a unit of the catalogue are amounts of money. */
export function isMoney(unit: string | undefined): boolean {
  return unit === '元';
}

/** A quantity of a measure as people read it, in yuan as money; "/" where there is none. */
export function quantityText(value: Decimal | null | undefined, unit: string, none = '/'): string {
  return isMoney(unit) ? moneyText(value, none) : (value ?? none);
}

/** Below 0, 0 or above 0, as a is less than, equal to or more than b; by their digits, so that nothing is rounded. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < BigInt(0) ? -1 : difference > BigInt(0) ? 1 : 0;
}

/** The sum, with as many decimals as the longer of the two. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return unscaled(scaled(a, scale) + scaled(b, scale), scale);
}

/** a - b, likewise. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return unscaled(scaled(a, scale) - scaled(b, scale), scale);
}

/** a × a whole number. */
export function timesDecimal(a: Decimal, factor: number): Decimal {
  const scale = scaleOf(a);
  return unscaled(scaled(a, scale) * BigInt(factor), scale);
}

/** A sum of amounts divided by how many they are, half up to one decimal, without a trailing zero; of yuan with both. */
export function meanOfSum(sum: Decimal, count: number, unit = ''): Decimal {
  const scale = scaleOf(sum);
  const decimals = isMoney(unit) ? 2 : 1;
  const divisor = BigInt(count) * BigInt(10) ** BigInt(scale);
  const doubled = BigInt(2) * scaled(sum, scale) * BigInt(10) ** BigInt(decimals);
  return unscaled((doubled + divisor) / (BigInt(2) * divisor), decimals).replace(/\.0$/, '');
}

function scaleOf(decimal: Decimal): number {
  return decimal.split('.')[1]?.length ?? 0;
}

function scaled(decimal: Decimal, scale: number): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(scale, '0'));
  return decimal.startsWith('-') ? -digits : digits;
}

function unscaled(value: bigint, scale: number): Decimal {
  const digits = (value < BigInt(0) ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${value < BigInt(0) ? '-' : ''}${whole}${fraction}`;
}
