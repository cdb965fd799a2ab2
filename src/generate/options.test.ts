import { readOptions } from './options';

test('without options it is the city of the issue', () => {
  expect(readOptions([])).toEqual({ operators: 200, stations: 2000, records: 5_000_000, seed: 1 });
});

test('each option is read', () => {
  const args = ['--operators', '3', '--stations=7', '--records', '0', '--seed', '42'];
  expect(readOptions(args)).toEqual({ operators: 3, stations: 7, records: 0, seed: 42 });
});

test.each([
  [['--stations', '0'], '--stations must be a whole number from 1 to 20000'],
  [['--operators', '2001'], '--operators must be a whole number from 1 to 2000'],
  [['--records', 'many'], '--records must be a whole number from 0'],
  [['--records', '5e6'], '--records must be a whole number from 0'],
  [['--seed=-1'], '--seed must be a whole number from 0'],
  [['--seed'], '--seed'],
  [['--zones', '3'], '--zones'],
  [['7'], '7'],
])('%j is refused in one line, by the name of the option, with the usage', (args, said) => {
  expect(() => readOptions(args)).toThrow(said);
  expect(() => readOptions(args)).toThrow(/^[^\n]*usage: npm run generate -- .*$/);
});
