import { assertNoFaults, BrokenRules, fault } from './faults';

test('an empty list of faults passes', () => {
  expect(() => {
    assertNoFaults([]);
  }).not.toThrow();
});

test('the error has every fault in its order, and a message for the log with code and path', () => {
  const faults = [fault('NEGATIVE', ['records', 0, 'value']), fault('EMPTY_TEXT', ['note'])];
  let thrown: unknown;
  try {
    assertNoFaults(faults);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(BrokenRules);
  expect((thrown as BrokenRules).faults).toEqual(faults);
  expect((thrown as BrokenRules).message).toBe('NEGATIVE at records.0.value; EMPTY_TEXT at note');
});
