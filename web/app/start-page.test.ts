import { startPageOf } from './start-page';

test.each([
  ['WORKER', ['serviceRecord.record', 'overview.operator'], '/console/entry'],
  ['MANAGER', ['serviceRecord.record', 'overview.operator'], '/console/completion'],
  ['ADMIN', ['serviceRecord.record', 'overview.operator'], '/console/overview'],
  ['VIEWER', ['overview.purchaser'], '/console/overview'],
  ['WORKER', ['overview.district'], '/console/overview'],
  ['WORKER', ['assessment.score'], '/console/work'],
  ['ADMIN', ['assessment.score', 'overview.purchaser'], '/console/overview'],
  ['VIEWER', ['assessment.read'], '/console'],
  ['ADMIN', ['organisation.add'], '/console/members'],
  ['VIEWER', ['viewer.read'], '/console'],
] as const)('the day of a %s who may %j begins at %s', (role, may, path) => {
  expect(startPageOf({ role, may: [...may] })).toBe(path);
});
