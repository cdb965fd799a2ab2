import { welcome } from './banner';

test('the first address of a start is that of the console', () => {
  const [first, second] = welcome({ host: '0.0.0.0', port: 4000 })
    .split('\n')
    .filter((line) => line !== '');
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:4000\/console /);
  expect(second).toMatch(/^http:\/\/127\.0\.0\.1:4000\/ /);
});
