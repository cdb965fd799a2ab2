import fc from 'fast-check';
import { dayAt } from './calendar';
import { checkDigitOf, containsPersonalData } from './personal-data';

describe('a text with', () => {
  it.each([
    '联系人电话13800138000，已回访',
    'tel:19912345678',
    '138 0013 8000',
    '138-0013-8000',
    '138.0013.8000',
    '138 － 0013 － 8000',
    '１３８００１３８０００',
    '１３８　００１３　８０００',
    '1380013 8000',
    '138 00138000',
    '1380 0138 000',
    '1 3 8 0 0 1 3 8 0 0 0',
    '1-3-8-0-0-1-3-8-0-0-0',
    '+8613800138000',
    '+86 138 0013 8000',
    '+86-138-0013-8000',
    '2024-05-01 13800138000',
    '2024-05-01 138 0013 8000',
    '13800138000/13900139000',
    '020-83556677 13800138000',
    '家属（13800138000）来访',
  ])('the mobile number of %j may hold personal data', (text) => {
    expect(containsPersonalData(text)).toBe(true);
  });

  it.each([
    '11010519491231002X',
    '11010519491231002x',
    '身份证号11010519491231002X。',
    '110105 19491231 002X',
    '110105-1949-1231-002-X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '2024-05-01 110105 19491231 002X',
  ])('the identity number of %j may hold personal data', (text) => {
    expect(containsPersonalData(text)).toBe(true);
  });

  it.each([
    '',
    '020-83556677',
    '（020）83556677',
    '02083556677',
    '400-830-1234',
    '热线12345、12348、110',
    '86-20-83556677',
    '113800138000',
    '138001380001',
    '1380013800',
    '8613800138000',
    '12800138000',
    '23800138000',
    '服务138人次、1234小时、5678元',
    '138,0013,8000',
    '91440101MA59UX1N3Q',
    '52440100MJK913800T',
    '5144010013800138XX',
    '13440100123A45678B',
    '穗民函〔2024〕138号',
    'GZ-2024-138-0013-8000',
    '合同编号 1301-2024-001',
    'HT2024050113800138000',
    '440101-2024-15012',
    '2024.1.13-2024.12.31',
    '支出 13800.13，其中 8000 元',
    '110105194912310021',
    '11010519490230002X',
    '11010519491231002XY',
    '1101051949123100',
    '8000138008310000000',
  ])('%j holds none', (text) => {
    expect(containsPersonalData(text)).toBe(false);
  });
});

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const birthday = fc.integer({ min: 0, max: 40_000 }).map((n) => dayAt('1900-01-01', n + 1).replace(/-/g, ''));
const identity = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), birthday, digits(3))
  .map((parts) => parts.join(''));

test('every identity number with its check digit is found, however it is grouped, and with none of the other ten', () => {
  fc.assert(
    fc.property(
      identity,
      fc.array(fc.constantFrom('', '', ' ', '-', '.', '　', ' - '), { minLength: 17, maxLength: 17 }),
      (body, separators) => {
        const check = checkDigitOf(body);
        const written = Array.from(
          body + check,
          (digit, at) => `${at > 0 ? separators[at - 1] : ''}${digit}`,
        );
        expect(containsPersonalData(`证件${written.join('')}，已核对`)).toBe(true);
        for (const other of Array.from('0123456789X').filter((one) => one !== check)) {
          expect(containsPersonalData(`证件${body}${other}，已核对`)).toBe(false);
        }
      },
    ),
  );
});

test('of runs of digits without separators, those of eleven that begin like a mobile number are found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }).chain(digits), (run) => {
      expect(containsPersonalData(`编号${run}。`)).toBe(/^1[3-9]\d{9}$/.test(run));
    }),
  );
});
