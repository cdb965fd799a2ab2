import { sizeText } from './size-text';

test.each([
  [1, '1 KB'],
  [38_000, '38 KB'],
  [1_048_576, '1.0 MB'],
  [10 * 1_048_576, '10.0 MB'],
])('a file of %i bytes is one of %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
