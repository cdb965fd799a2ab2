import { domainToASCII } from 'node:url';
import { lengthOf, storedText } from '../platform/text-forms';

/** In UTF-16 units, before normalisation: a longer text is no e-mail, and is left unchanged. */
const MAX_TYPED_LENGTH = 1000;

/**
 * The form in which an e-mail is stored, looked up and counted: without regard to case, width, surrounding blanks and
 * invisible characters, its domain in ASCII (Punycode), so that no other alphabet can imitate it.
 */
export function normalEmail(email: string): string {
  if (email.length > MAX_TYPED_LENGTH) return email;
  const folded = storedText(email.normalize('NFKC')).toLowerCase().normalize('NFKC');
  const at = folded.lastIndexOf('@');
  const domain = folded.slice(at + 1);
  return /^[\0-\x7f]*$/.test(domain) ? folded : folded.slice(0, at + 1) + domainToASCII(domain);
}

/** Whether a normalised text can be a stored e-mail: anything else is not looked up. */
export function isEmail(email: string): boolean {
  return lengthOf(email) <= 254 && /^[^\s\p{Cc}\p{Cs}@]+@[!-?A-~]+$/u.test(email);
}
