import { type Fault, fault, type Path } from '../platform/faults';
import { lengthOf } from '../platform/text-forms';
import { COMMON_WORDS } from './common-passwords';

/** The owner of a password: what is publicly known of a person is guessed first. */
interface PasswordOwner {
  email?: string;
  displayName?: string;
}

const MIN_LENGTH = 12;
const MAX_LENGTH = 200;
/** In UTF-16 units: a longer text is too long in any form, and is not normalised. */
const MAX_TYPED_LENGTH = 4000;
/** A common word is still common with up to this many digits and punctuation marks around it: a date makes eight. */
const DECORATION = 8;
/** Fewer independent pieces than this (runs such as 12345 or asdf, repeated letters) are easily guessed. */
const MIN_PIECES = 5;

const SEQUENCES = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
};

/** All faults of a new password. */
export function passwordFaults(
  password: string,
  owner: PasswordOwner = {},
  path: Path = ['password'],
): Fault[] {
  const length = lengthOf(password.length > MAX_TYPED_LENGTH ? password : password.normalize('NFKC'));
  if (length > MAX_LENGTH) return [fault('PASSWORD_TOO_LONG', path, { most: MAX_LENGTH })];
  const folded = fold(password);
  const faults: Fault[] = [];
  if (length < MIN_LENGTH) faults.push(fault('PASSWORD_TOO_SHORT', path, { least: MIN_LENGTH }));
  if (isCommon(folded)) faults.push(fault('PASSWORD_TOO_COMMON', path));
  if (namesOf(owner).some((name) => folded.includes(name))) faults.push(fault('PASSWORD_NAMES_OWNER', path));
  return faults;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function isCommon(folded: string): boolean {
  if (COMMON_WORDS.has(folded) || pieces(folded) < MIN_PIECES) return true;
  const once = repeatedUnit(folded);
  if (once !== folded && lengthOf(once) < MIN_LENGTH) return true;
  const word = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (lengthOf(folded) - lengthOf(word) > DECORATION) return false;
  return (
    COMMON_WORDS.has(word) || COMMON_WORDS.has(repeatedUnit(word)) || COMMON_WORDS.has(plainLetters(word))
  );
}

/** The number of pieces of a text, where a repeated letter is one letter, and a run along the alphabet is one piece. */
function pieces(text: string): number {
  let count = 0;
  let direction: number | undefined;
  let before = '';
  for (const letter of text.replace(/(.)\1+/gsu, '$1')) {
    const step = before === '' ? undefined : stepBetween(before, letter);
    const goesOn = step !== undefined && (direction === undefined || step === direction);
    if (!goesOn) count += 1;
    direction = goesOn ? step : undefined;
    before = letter;
  }
  return count;
}

/** 1 or -1 for neighbours in a sequence: the alphabet, the digits, the rows of the keyboard. */
function stepBetween(before: string, after: string): number | undefined {
  for (const sequence of SEQUENCES) {
    const from = sequence.indexOf(before);
    const to = sequence.indexOf(after);
    if (from !== -1 && to !== -1 && Math.abs(to - from) === 1) return to - from;
  }
  return undefined;
}

/** The shortest unit that the text repeats: abab is ab twice, abc is abc once. */
function repeatedUnit(text: string): string {
  const period = `${text}${text}`.indexOf(text, 1);
  return period > 0 ? text.slice(0, period) : text;
}

function plainLetters(word: string): string {
  return Array.from(word, (letter) => LOOKALIKES[letter] ?? letter).join('');
}

/** The local part of the e-mail and the name, where they are long enough to matter. */
function namesOf({ email, displayName }: PasswordOwner): string[] {
  const account = fold(email ?? '').split('@')[0] ?? '';
  return [account, fold(displayName ?? '').trim()].filter(
    (name) => lengthOf(name) >= (/\p{Script=Han}/u.test(name) ? 2 : 4),
  );
}
