const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PLACES = ['', '十', '百', '千'];

/** A number from 1 to 9999 in Chinese: 12 is 十二, 105 is 一百零五. */
export function chineseNumber(number: number): string {
  const digits = Array.from(String(number), Number);
  let text = '';
  let skipped = false;
  digits.forEach((digit, at) => {
    if (digit === 0) {
      skipped = true;
      return;
    }
    text += `${skipped ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[digits.length - 1 - at] ?? ''}`;
    skipped = false;
  });
  return text.replace(/^一十/, '十');
}
