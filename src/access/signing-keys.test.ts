import { inspect } from 'node:util';
import { StartError } from '../platform/start-error';
import { SigningKeys } from './signing-keys';

const A = 'a-secret-of-thirty-two-bytes-or-more';
const B = 'b-secret-of-thirty-two-bytes-or-more';

describe('signing keys', () => {
  it('sign with the first and verify with each', () => {
    const keys = SigningKeys.parse(`new:${A}\nold:${B}\n`, 'TOKEN_KEYS');
    expect(keys.current.kid).toBe('new');
    expect(keys.find('new')?.export().toString()).toBe(A);
    expect(keys.find('old')?.export().toString()).toBe(B);
    expect(keys.find('other')).toBeUndefined();
  });

  it('may be on one line and have colons in their secrets', () => {
    const keys = SigningKeys.parse(`new:${A}:x, old:${B}`, 'TOKEN_KEYS');
    expect(keys.find('new')?.export().toString()).toBe(`${A}:x`);
    expect(keys.find('old')).toBeDefined();
  });

  it('are measured in bytes, not in characters', () => {
    expect(() => SigningKeys.parse(`k:${'密'.repeat(11)}`, 'TOKEN_KEYS')).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['a secret without a kid', A],
    ['an empty kid', `:${A}`],
    ['a kid with strange letters', `a/b:${A}`],
    ['a secret of 31 bytes', `k:${'x'.repeat(31)}`],
    ['an empty secret', 'k:'],
    ['a short second secret', `k:${A} l:short`],
    ['the same kid twice', `k:${A} k:${B}`],
  ])('are refused at the start by the name of the variable: %s', (_, text) => {
    expect(() => SigningKeys.parse(text, 'TOKEN_KEYS')).toThrow(StartError);
    expect(() => SigningKeys.parse(text, 'TOKEN_KEYS')).toThrow(/^TOKEN_KEYS: /);
  });

  it('never show a secret, in a refusal or when they are printed', () => {
    const short = 'only-a-short-secret';
    expect(() => SigningKeys.parse(`k:${short}`, 'TOKEN_KEYS')).not.toThrow(new RegExp(short));
    expect(() => SigningKeys.parse(short, 'TOKEN_KEYS')).not.toThrow(new RegExp(short));
    expect(inspect(SigningKeys.parse(`k:${A}`, 'TOKEN_KEYS'), { depth: 9, showHidden: true })).not.toContain(
      A,
    );
  });
});
