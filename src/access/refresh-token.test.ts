import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import {
  hashOf,
  isRefreshToken,
  decideRotation,
  newRefreshToken,
  successorOf,
  type TokenFamily,
  type Verdict,
} from './refresh-token';

const now = new Date('2025-06-30T12:00:00Z');
const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('a refresh token', () => {
  it('has 256 random bits, and only its hash is stored', () => {
    const token = newRefreshToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(isRefreshToken(token)).toBe(true);
    expect(newRefreshToken()).not.toBe(token);
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', 'x', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}\n`, `${'x'.repeat(42)}=`])(
    'cannot be %j',
    (text) => {
      expect(isRefreshToken(text)).toBe(false);
    },
  );
});

describe('the successor of a token', () => {
  const [one, other] = ['first', 'second'].map((word) => createSecretKey(Buffer.from(word.repeat(8))));

  it('is the same each time, and differs under every key and for every token', () => {
    const [token, stranger] = [newRefreshToken(), newRefreshToken()];
    const successor = successorOf(token, one!);
    expect(isRefreshToken(successor)).toBe(true);
    expect(successorOf(token, one!)).toBe(successor);
    const others = [
      successorOf(token, other!),
      successorOf(stranger, one!),
      successorOf(successor, one!),
      token,
      createHmac('sha256', one!).update(token).digest('base64url'),
    ];
    expect(new Set([successor, ...others]).size).toBe(6);
  });
});

describe('the rule of rotation', () => {
  const family: TokenFamily = { generation: 5, rotatedAt: at(-4), sessionExpiresAt: at(3600), endedAt: null };
  const decide = (generation: number, changes: Partial<TokenFamily> = {}, expiresAt = at(600)): Verdict =>
    decideRotation({ generation, expiresAt }, { ...family, ...changes }, now, 10);

  it.each<[string, Verdict, Verdict]>([
    ['the current token', decide(5), 'ROTATE'],
    ['the current token, long after', decide(5, { rotatedAt: at(-3600) }), 'ROTATE'],
    ['the token before, within the grace', decide(4), 'REPEAT'],
    ['the token before, at the last moment of the grace', decide(4, { rotatedAt: at(-9.999) }), 'REPEAT'],
    ['the token before, when the grace is over', decide(4, { rotatedAt: at(-10) }), 'REUSE'],
    ['the token before, when the clock was set back a little', decide(4, { rotatedAt: at(9) }), 'REPEAT'],
    ['the token before, when the clock was set back by more', decide(4, { rotatedAt: at(10) }), 'REUSE'],
    ['a token before that, within the grace', decide(3), 'REUSE'],
    ['the first token, long after', decide(0, { rotatedAt: at(-3600) }), 'REUSE'],
    ['an expired current token', decide(5, {}, now), 'VOID'],
    ['an expired older token', decide(3, {}, at(-1)), 'VOID'],
    ['a token of an ended session', decide(5, { endedAt: at(-1) }), 'VOID'],
    ['an older token of an ended session', decide(3, { endedAt: at(-1) }), 'VOID'],
    ['a token of an expired session', decide(5, { sessionExpiresAt: now }), 'VOID'],
  ])('%s', (_, verdict, expected) => {
    expect(verdict).toBe(expected);
  });

  it('without a grace refuses every repetition', () => {
    const token = { generation: 4, expiresAt: at(600) };
    expect(decideRotation(token, { ...family, rotatedAt: now }, now, 0)).toBe('REUSE');
  });

  it('never lets two clients go on side by side once their refreshes are a grace apart', () => {
    // Each step: one of two clients refreshes with its own latest token, at least a grace after the step before.
    const steps = fc.array(fc.record({ holder: fc.nat(1), pause: fc.integer({ min: 10, max: 900 }) }), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(steps, (script) => {
        const latest = [0, 0];
        const state: TokenFamily = {
          generation: 0,
          rotatedAt: now,
          sessionExpiresAt: at(1e9),
          endedAt: null,
        };
        let clock = 0;
        const answered = new Set<number>();
        for (const { holder, pause } of script) {
          clock += pause;
          const verdict = decideRotation(
            { generation: latest[holder]!, expiresAt: at(1e9) },
            state,
            at(clock),
            10,
          );
          if (verdict === 'ROTATE') {
            state.generation += 1;
            state.rotatedAt = at(clock);
            latest[holder] = state.generation;
            answered.add(holder);
          } else if (verdict === 'REUSE') {
            state.endedAt = at(clock);
          }
        }
        expect(answered.size).toBeLessThan(2);
        expect(state.endedAt !== null).toBe(new Set(script.map(({ holder }) => holder)).size === 2);
      }),
    );
  });
});
