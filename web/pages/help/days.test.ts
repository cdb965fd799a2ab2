import type { Viewer } from '../../session/viewer';
import { DAYS, READERS, readerOf } from './days';

test.each([
  ['OPERATOR', 'ADMIN', 'administrator'],
  ['OPERATOR', 'MANAGER', 'manager'],
  ['OPERATOR', 'WORKER', 'worker'],
  ['OPERATOR', 'VIEWER', 'worker'],
  ['PURCHASER', 'ADMIN', 'purchaser'],
  ['SUPERVISOR', 'VIEWER', 'bureau'],
  ['ASSESSOR', 'WORKER', 'scorer'],
  ['MENTORING_CENTRE', 'ADMIN', 'scorer'],
  ['PLATFORM', 'ADMIN', 'platform'],
] as const)('the help of a %s’s %s is that of a %s', (kind, role, reader) => {
  const organisation = { kind } as Viewer['organisation'];
  expect(readerOf({ organisation, role })).toBe(reader);
});

test('a day is short, and has no step twice', () => {
  for (const reader of READERS) {
    expect(DAYS[reader].length).toBeLessThanOrEqual(5);
    expect(new Set(DAYS[reader]).size).toBe(DAYS[reader].length);
  }
});
