import { pino } from 'pino';
import type { Database } from '../platform/database/database';
import { DatabaseUnavailable } from '../platform/database/errors';
import type { AuditEntry } from './audit';
import { AuditTrail } from './audit-trail';

test('closing tries a lost database once, and writes every entry to the process log', async () => {
  let tries = 0;
  const database = {
    once: async () => {
      tries += 1;
      return Promise.reject(new DatabaseUnavailable('gone'));
    },
  } as unknown as Database;
  const lines: string[] = [];
  const trail = new AuditTrail(database, pino({}, { write: (line) => lines.push(line) }));
  for (let count = 0; count < 2000; count += 1) {
    const entry: AuditEntry = {
      organisationId: null,
      memberId: null,
      requestId: String(count),
      remoteAddress: '',
      at: new Date(),
      action: 'READ',
    };
    trail.add(entry);
  }
  await trail.close(3000);
  const kept = lines.flatMap((line) => (JSON.parse(line) as { entries: AuditEntry[] }).entries);
  expect(kept.map(({ requestId }) => requestId)).toEqual([...Array(2000).keys()].map(String));
  expect(tries).toBe(1);
});
