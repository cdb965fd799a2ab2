import { formatCsv } from './csv';

test('cells are separated by commas and quoted where they need it', () => {
  expect(
    formatCsv([
      ['指标', 'a,b', 'say "x"'],
      ['two\nlines', '', '1200.50'],
    ]),
  ).toBe('指标,"a,b","say ""x"""\r\n"two\nlines",,1200.50\r\n');
});
