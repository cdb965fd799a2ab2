import { tasksOn } from './task-counts';

const counts = [
  { kind: 'HAND_IN_MONTH', count: 2, overdue: 1 },
  { kind: 'MONTH_SENT_BACK', count: 1, overdue: 0 },
  { kind: 'ANSWER_FINDING', count: 4, overdue: 2 },
] as const;

test.each([
  ['/console/month', { count: 3, overdue: 1 }],
  ['/console/work', { count: 4, overdue: 2 }],
  ['/console', { count: 7, overdue: 3 }],
  ['/console/funding', { count: 0, overdue: 0 }],
] as const)('on %s there are %j', (path, sum) => {
  expect(tasksOn(path, [...counts])).toEqual(sum);
});
