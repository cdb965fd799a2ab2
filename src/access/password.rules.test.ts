import fc from 'fast-check';
import { textOf } from '../messages';
import { passwordFaults } from './password.rules';

const codes = (...args: Parameters<typeof passwordFaults>): string[] =>
  passwordFaults(...args).map(({ code }) => code);

describe('a new password', () => {
  it.each([
    'Quiet-lantern-42-rivers',
    'maple teapot window',
    '榕树下的旧茶壶和一只慢吞吞的猫',
    'xK9#mPq2$vL7',
    'dragon-7492-6158-3301-8846',
    'correct staple battery horse',
    'x'.concat('Qz7-'.repeat(3), 'unlike'),
  ])('is good: %s', (password) => {
    expect(passwordFaults(password)).toEqual([]);
  });

  it('needs twelve characters, however many units they take', () => {
    expect(codes('k9#mPq2$vL7')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codes('茶壶🫖茶杯🍵慢猫榕树旧')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codes('茶壶🫖茶杯🍵慢猫榕树旧城')).toEqual([]);
  });

  it('has at most two hundred', () => {
    const long = 'maple teapot window '.repeat(11);
    expect(codes(`${long.slice(0, 199)}x`)).toEqual([]);
    expect(codes(`${long.slice(0, 200)}x`)).toEqual(['PASSWORD_TOO_LONG']);
    expect(codes('x'.repeat(1_000_000))).toEqual(['PASSWORD_TOO_LONG']);
    const began = performance.now();
    expect(codes('\u0301'.repeat(100_000) + '\u0323'.repeat(100_000))).toEqual(['PASSWORD_TOO_LONG']);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([
    'Password1234',
    'P@ssw0rd2024',
    'ｐａｓｓｗｏｒｄ１２３４',
    'passwordpassword',
    'administrator',
    'Admin@123456',
    '123456789012',
    '987654321098',
    '111111111111',
    '000000111111',
    '112233445566',
    'qwertyuiop12',
    'asdfghjkl;123',
    'abcdefghijklm',
    'abc123456789',
    'abc123abc123',
    '1qaz2wsx3edc',
    '1q2w3e4r5t6y',
    'woaini1314520',
    'iloveyou5201314',
    '密码123456789',
    'guangzhou2025',
    'shegong123456',
    '            ',
  ])('must not be a common one: %s', (password) => {
    expect(codes(password)).toContain('PASSWORD_TOO_COMMON');
  });

  it('must not name its owner', () => {
    const owner = { email: 'Chen.Meiling@datong.example', displayName: '陈美玲' };
    expect(codes('so chen.meiling it is', owner)).toEqual(['PASSWORD_NAMES_OWNER']);
    expect(codes('CHEN.MEILING@datong.example', owner)).toEqual(['PASSWORD_NAMES_OWNER']);
    expect(codes('榕树下的陈美玲和一只猫猫', owner)).toEqual(['PASSWORD_NAMES_OWNER']);
    expect(codes('maple teapot window', owner)).toEqual([]);
  });

  it('may contain what is too short to be a name', () => {
    expect(codes('maple teapot window', { email: 'map@datong.example', displayName: 'Tea' })).toEqual([]);
    expect(codes('maple teapot window', { email: '', displayName: ' ' })).toEqual([]);
  });

  it('is answered with all faults at once, in both languages and with their path in the input', () => {
    const faults = passwordFaults('admin123', { email: 'admin@datong.example' }, ['input', 'newPassword']);
    expect(faults.map(({ code }) => code)).toEqual([
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_COMMON',
      'PASSWORD_NAMES_OWNER',
    ]);
    for (const fault of faults) {
      expect(fault.path).toEqual(['input', 'newPassword']);
      expect(textOf(fault, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(textOf(fault, 'en')).toMatch(/^[ -~]+$/);
      expect(JSON.stringify(fault)).not.toContain('admin123');
    }
  });

  it('is validated whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
        expect(Array.isArray(passwordFaults(password, { email: password, displayName: password }))).toBe(
          true,
        );
      }),
    );
  });
});
