import { newId } from '../../src/platform/ids';

/** A name that nothing else has, of letters alone: the digits of an id now and then look like a mobile number. */
export function uniqueName(what: string): string {
  const letters = newId()
    .replaceAll('-', '')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
  return `${what} ${letters}`;
}
