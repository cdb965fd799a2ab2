import { isDay } from './calendar';

const FULL_WIDTH = /[\p{Nd}Ｘｘ]/gu;
/** Blanks, hyphens and dots between the groups of a number. */
const SEPARATOR = String.raw`[\p{Zs}\t\p{Pd}\u2212.．·•‧∙⋅・]{1,3}`;
const CHAIN = new RegExp(String.raw`\d+(?:${SEPARATOR}\d+)*(?:(?:${SEPARATOR})?[Xx](?![0-9A-Za-z]))?`, 'gu');
const PARTS = new RegExp(String.raw`(${SEPARATOR})|(\d+|[Xx])`, 'gu');

/** A unified social credit code that has letters (GB 32100): its digits are no number of their own. */
const CREDIT_CODE = /(?<![0-9A-Za-z])[0-9A-Z]{2}\d{6}[0-9A-Z]{10}(?![0-9A-Za-z])/gi;
/** As many as the shorter of the two numbers has. */
const ENOUGH_DIGITS = /(?:\p{Nd}\P{Nd}*){11}/u;
const COUNTRY_CODE = /[+＋]86/g;
const MOBILE = /^1[3-9]\d{9}$/;
/** How people group the digits of a mobile number; other groups are figures or document numbers. */
const GROUPINGS = new Set(['11', '3-8', '7-4', '3-4-4', '3-3-5', '1-1-1-1-1-1-1-1-1-1-1']);
/** With blanks alone: hyphenated like this, it is a document number. */
const GROUPINGS_BY_BLANKS = new Set(['4-4-3', '4-3-4']);

/** A group of digits, and the separators before and after it within its number; null at the ends. */
interface Group {
  digits: string;
  before: string | null;
  after: string | null;
}

/** True when a text may contain a mobile number, or the number of an identity card (GB 11643). */
export function containsPersonalData(text: string): boolean {
  if (!ENOUGH_DIGITS.test(text)) return false;
  const folded = text.replace(FULL_WIDTH, (sign) => sign.normalize('NFKC')).replace(COUNTRY_CODE, '+');
  return (
    chainsOf(folded).some(hasIdentityNumber) ||
    chainsOf(folded.replace(CREDIT_CODE, maskedCode)).some(hasMobileNumber)
  );
}

/** A code of digits alone is not masked: it may be an identity number, and is too long for a mobile number. */
function maskedCode(code: string): string {
  return /^\d+$/.test(code) ? code : '#';
}

/** Numbers that are written in groups: each is a list of its groups. */
function chainsOf(text: string): Group[][] {
  return Array.from(text.matchAll(CHAIN), ([chain]) => {
    const groups: Group[] = [];
    let before: string | null = null;
    for (const [part, separator] of chain.matchAll(PARTS)) {
      const last = groups.at(-1);
      if (separator === undefined) groups.push({ digits: part, before, after: null });
      else if (last) last.after = separator;
      before = separator ?? null;
    }
    return groups;
  });
}

function hasMobileNumber(groups: readonly Group[]): boolean {
  return windowsOf(groups, 11).some((window) => MOBILE.test(digitsOf(window)) && isGroupedLikeMobile(window));
}

/** A number with a further group of the same form is longer, like document numbers; but a date may precede blanks. */
function isGroupedLikeMobile(window: readonly Group[]): boolean {
  const grouping = window.map(({ digits }) => digits.length).join('-');
  if (window.length === 1) return true;
  const [inside, first, last] = [window[0]?.after ?? '', window[0]?.before, window.at(-1)?.after];
  const isByBlanks = inside.trim() === '';
  if (!GROUPINGS.has(grouping) && !(isByBlanks && GROUPINGS_BY_BLANKS.has(grouping))) return false;
  return isByBlanks || (first !== inside && last !== inside);
}

function hasIdentityNumber(groups: readonly Group[]): boolean {
  return windowsOf(groups, 18).some((window) => isIdentityNumber(digitsOf(window)));
}

/** Sequences of whole groups that have so many digits together. */
function windowsOf(groups: readonly Group[], length: number): Group[][] {
  return groups.flatMap((_, from) => {
    let sum = 0;
    let to = from;
    for (; to < groups.length && sum < length; to += 1) sum += groups[to]?.digits.length ?? 0;
    return sum === length ? [groups.slice(from, to)] : [];
  });
}

function digitsOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join('');
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The check digit of the first 17 digits of an identity number. */
export function checkDigitOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

function isIdentityNumber(number: string): boolean {
  const parts = /^[1-9]\d{5}(19\d\d|20\d\d)(\d\d)(\d\d)\d{3}[\dX]$/i.exec(number);
  if (!parts) return false;
  const [, year, month, day] = parts;
  return isDay(`${year}-${month}-${day}`) && checkDigitOf(number) === number.slice(-1).toUpperCase();
}
