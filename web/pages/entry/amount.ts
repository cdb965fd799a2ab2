import { type Decimal, isMoney } from '../../ui/decimals';

/** What is typed or pasted into a cell: a quantity, nothing, or neither. */
export type Amount =
  | { readonly kind: 'VALUE'; readonly value: Decimal }
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'MISTAKE'; readonly why: 'NO_NUMBER' | 'WHOLE_NUMBER' | 'DECIMALS' | 'NEGATIVE' };

/** Units that take decimals, at most two; all others are counted. */
const isMeasured = (unit: string): boolean => isMoney(unit) || unit === '小时';
const NOTHING: ReadonlySet<string> = new Set(['', '/', '-', '—', '–', '－', '／']);

/** Reads a quantity as people write it: full-width digits, thousands separators, "/" as nothing. */
export function amountOf(text: string, unit: string): Amount {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (NOTHING.has(plain)) return { kind: 'NOTHING' };
  const digits = plain.replaceAll(/[,，](?=\d{3}(?:\D|$))/g, '');
  const [, sign = '', whole = '', fraction = ''] = /^([-+]?)(\d+)(?:\.(\d*))?$/.exec(digits) ?? [];
  if (whole === '') return { kind: 'MISTAKE', why: 'NO_NUMBER' };
  if (sign === '-' && /[1-9]/.test(whole + fraction)) return { kind: 'MISTAKE', why: 'NEGATIVE' };
  const decimals = fraction.replace(/0+$/, '');
  if (decimals !== '' && !isMeasured(unit)) return { kind: 'MISTAKE', why: 'WHOLE_NUMBER' };
  if (decimals.length > 2) return { kind: 'MISTAKE', why: 'DECIMALS' };
  const value = whole.replace(/^0+(?=\d)/, '') + (decimals === '' ? '' : `.${decimals}`);
  return { kind: 'VALUE', value };
}
