import { addressOfTask } from './task-address';

test.each([
  ['HAND_IN_MONTH', '2026-10', '/console/month?agreement=a&month=2026-10'],
  ['ACCEPT_MONTH', '2026-10', '/console/month?agreement=a&month=2026-10'],
  ['SCORE_ASSESSMENT', '中期评估', '/console/assessment?id=x'],
  ['OPEN_ASSESSMENT', '中期评估', '/console/assessments?agreement=a'],
  ['CONFIRM_AMENDMENT', '补1号', '/console/agreements?agreement=a'],
  ['PAY_INSTALMENT', '签订协议', '/console/funding?agreement=a'],
  ['ANSWER_FINDING', '档案不全', '/console/work'],
] as const)('%s (%s) is done at %s', (kind, subject, address) => {
  const agreement = { id: 'a', station: { id: 's', name: '站' } };
  expect(addressOfTask({ kind, subject, subjectId: 'x', dueOn: null, agreement })).toBe(address);
});
