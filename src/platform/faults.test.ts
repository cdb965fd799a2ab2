import { BrokenRules, type Fault, refuseFaults } from './faults';

const fault = (code: string, ...path: (string | number)[]): Fault => ({
  code,
  path,
  text: { zh: '错', en: 'wrong' },
});

test('an empty list of faults refuses nothing', () => {
  expect(() => {
    refuseFaults([]);
  }).not.toThrow();
});

test('a refusal has every fault in its order, and a message for the log with code and path', () => {
  const faults = [fault('NEGATIVE', 'records', 0, 'value'), fault('EMPTY_TEXT', 'note')];
  let thrown: unknown;
  try {
    refuseFaults(faults);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(BrokenRules);
  expect((thrown as BrokenRules).faults).toEqual(faults);
  expect((thrown as BrokenRules).message).toBe('NEGATIVE at records.0.value; EMPTY_TEXT at note');
});
