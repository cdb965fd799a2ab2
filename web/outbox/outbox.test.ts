import 'fake-indexeddb/auto';
import type { RecordLineFragment } from '../generated/graphql';
import { RequestFailed } from '../api/request-failed';
import { type Entry, entryKey } from './entry';
import { type EntryBox, openEntryBox } from './entry-box';
import { Outbox } from './outbox';
import type { Answer, Post } from './post';

let databases = 0;
let box: EntryBox;
beforeEach(async () => {
  databases += 1;
  box = await openEntryBox(`test-${databases}`);
});

const BUSY = new RequestFailed({ kind: 'BUSY', retryAfterSeconds: 2 });
const MEMBER = 'm1';

function change(group: string, quantities: Record<string, string>, record: Entry['record'] = null) {
  const key = entryKey(MEMBER, 'a1', '2025-01-31', group);
  const place = {
    agreementId: 'a1',
    day: '2025-01-31',
    indicator: group,
    zoneId: 'z1',
    pointId: null,
    projectId: null,
  };
  return { key, ...place, record, quantities };
}

function saved({ indicator, record, quantities }: Entry): Answer {
  const line = {
    id: record?.id ?? `record of ${indicator}`,
    revision: (record?.revision ?? 0) + 1,
    voidedAt: Object.keys(quantities).length === 0 ? '2025-02-01T00:00:00Z' : null,
    quantities: Object.entries(quantities).map(([code, value]) => ({
      measure: { code, name: code, unit: '个' },
      value,
    })),
  };
  return { kind: 'SAVED', record: line as unknown as RecordLineFragment };
}

/** An outbox whose timers run when the test says so, and a server with the answers given. */
async function open(post: Post, memberId = MEMBER, at: EntryBox = box) {
  const timers: { work: () => void; ms: number }[] = [];
  let running: Promise<unknown> = Promise.resolve();
  const outbox = await Outbox.open({
    memberId,
    box: at,
    post,
    exclusively: async (work) => {
      const done = work();
      running = done.catch(() => undefined);
      return done;
    },
    later: (work, ms) => timers.push({ work, ms }),
  });
  const pass = async (): Promise<number[]> => {
    const due = timers.splice(0);
    for (const { work } of due) work();
    await running;
    return due.map(({ ms }) => ms);
  };
  return { outbox, pass };
}

test('what is typed is stored before it is sent, and sent in one request after a pause', async () => {
  const sent: (readonly Entry[])[] = [];
  const { outbox, pass } = await open(async (entries) => {
    expect(await box.all(MEMBER)).toHaveLength(2);
    sent.push(entries);
    return entries.map(saved);
  });
  await outbox.put(change('CASE', { FILES: '1' }));
  await outbox.put(change('CASE', { FILES: '12' }));
  await outbox.put(change('VISIT', { VISITS: '3' }));
  expect(sent).toEqual([]);
  expect(await pass()).toEqual([400, 400, 400]);
  expect(sent.map((batch) => batch.map(({ quantities }) => quantities))).toEqual([
    [{ FILES: '12' }, { VISITS: '3' }],
  ]);
  expect(outbox.counts).toEqual({ waiting: 0, refused: 0, conflicts: 0 });
  expect(await box.all(MEMBER)).toEqual([]);
});

test('what the browser has not stored yet is left out of a request that is on its way', async () => {
  const sent: string[][] = [];
  let stored: () => void = () => undefined;
  const slow: EntryBox = {
    all: async (memberId) => box.all(memberId),
    delete: async (key) => box.delete(key),
    clear: async (memberId) => box.clear(memberId),
    put: async (entry) => {
      if (entry.indicator === 'SLOW') await new Promise<void>((resolve) => (stored = resolve));
      await box.put(entry);
    },
  };
  const { outbox, pass } = await open(
    async (entries) => {
      sent.push(entries.map(({ indicator }) => indicator));
      return Promise.resolve(entries.map(saved));
    },
    MEMBER,
    slow,
  );
  await outbox.put(change('FAST', { N: '1' }));
  const putting = outbox.put(change('SLOW', { N: '2' }));
  await pass();
  expect(sent).toEqual([['FAST']]);
  stored();
  await putting;
  await pass();
  expect(sent).toEqual([['FAST'], ['SLOW']]);
});

test('what a closed browser has left is sent when it is opened again, under the same key', async () => {
  const first = await open(async () => Promise.reject(BUSY));
  await first.outbox.put(change('CASE', { FILES: '1' }));
  await first.pass();
  const keys: string[] = [];
  const second = await open(async (entries) => {
    keys.push(...entries.map(({ requestKey }) => requestKey));
    return Promise.resolve(entries.map(saved));
  });
  expect(second.outbox.counts.waiting).toBe(1);
  await second.pass();
  expect(keys).toEqual([first.outbox.all[0]?.requestKey]);
  expect(second.outbox.counts.waiting).toBe(0);
});

test('what one member typed is no other’s to send', async () => {
  const { outbox } = await open(async (entries) => Promise.resolve(entries.map(saved)));
  await outbox.put(change('CASE', { FILES: '1' }));
  const other = await open(async (entries) => Promise.resolve(entries.map(saved)), 'm2');
  expect(other.outbox.all).toEqual([]);
});

test('while the server is busy everything waits, as long as it asks', async () => {
  let isBusy = true;
  const { outbox, pass } = await open(async (entries) =>
    isBusy ? Promise.reject(BUSY) : Promise.resolve(entries.map(saved)),
  );
  await outbox.put(change('CASE', { FILES: '1' }));
  await pass();
  expect(outbox.counts.waiting).toBe(1);
  isBusy = false;
  expect(await pass()).toEqual([2000]);
  expect(outbox.counts.waiting).toBe(0);
});

test('of a refused request the entries at fault are marked, and the others are sent again', async () => {
  const sizes: number[] = [];
  const { outbox, pass } = await open(async (entries) => {
    sizes.push(entries.length);
    const isBad = ({ indicator }: Entry): boolean => indicator === 'BAD';
    if (!entries.some(isBad)) return Promise.resolve(entries.map(saved));
    return Promise.resolve(
      entries.map((entry) => (isBad(entry) ? { kind: 'REFUSED', message: '不行' } : { kind: 'NOT_YET' })),
    );
  });
  await outbox.put(change('CASE', { FILES: '1' }));
  await outbox.put(change('BAD', { FILES: '1' }));
  await pass();
  expect(sizes).toEqual([2, 1]);
  expect(outbox.counts).toEqual({ waiting: 0, refused: 1, conflicts: 0 });
  expect(outbox.all[0]).toMatchObject({ indicator: 'BAD', message: '不行' });
  await outbox.drop(outbox.all[0]!.key);
  expect(await box.all(MEMBER)).toEqual([]);
});

test('what is edited while it is on its way follows as a correction of what was saved', async () => {
  const sent: Entry[] = [];
  const { outbox, pass } = await open(async (entries) => {
    sent.push(...entries);
    if (sent.length === 1) await outbox.put(change('CASE', { FILES: '2' }));
    return entries.map(saved);
  });
  await outbox.put(change('CASE', { FILES: '1' }));
  await pass();
  await pass();
  expect(sent.map(({ record, quantities }) => [record?.revision ?? null, quantities])).toEqual([
    [null, { FILES: '1' }],
    [1, { FILES: '2' }],
  ]);
  expect(new Set(sent.map(({ requestKey }) => requestKey)).size).toBe(2);
  expect(outbox.all).toEqual([]);
});

test('what is taken back while it is on its way is voided once it is there', async () => {
  const sent: Entry[] = [];
  const { outbox, pass } = await open(async (entries) => {
    sent.push(...entries);
    if (sent.length === 1) await outbox.put(change('CASE', {}));
    return entries.map(saved);
  });
  await outbox.put(change('CASE', { FILES: '1' }));
  await pass();
  await pass();
  expect(sent.map(({ record, quantities }) => [record?.id ?? null, quantities])).toEqual([
    [null, { FILES: '1' }],
    ['record of CASE', {}],
  ]);
  expect(outbox.all).toEqual([]);
});

test('a correction that another one has overtaken is a conflict, and nothing is overwritten', async () => {
  const { outbox, pass } = await open(async () =>
    Promise.resolve([{ kind: 'CONFLICT', message: '已被更新' }]),
  );
  await outbox.put(change('CASE', { FILES: '2' }, { id: 'r1', revision: 1, quantities: { FILES: '1' } }));
  await pass();
  expect(outbox.counts).toEqual({ waiting: 0, refused: 0, conflicts: 1 });
});

const stored = (id: string): Entry['record'] => ({ id, revision: 1, quantities: { FILES: '1' } });

test('corrections go together, voids do, and neither with new records; of those refused each alone is marked', async () => {
  const sent: string[][] = [];
  const { outbox, pass } = await open(async (entries) => {
    sent.push(entries.map(({ indicator }) => indicator));
    const isBad = ({ indicator }: Entry): boolean => indicator === 'STALE';
    if (!entries.some(isBad)) return Promise.resolve(entries.map(saved));
    return Promise.resolve(
      entries.map((entry) =>
        isBad(entry) ? { kind: 'CONFLICT', message: '已被更新' } : { kind: 'NOT_YET' },
      ),
    );
  });
  await outbox.put(change('CASE', { FILES: '2' }, stored('r1')));
  await outbox.put(change('NEW', { FILES: '1' }));
  await outbox.put(change('VISIT', {}, stored('r2')));
  await outbox.put(change('STALE', { FILES: '2' }, stored('r3')));
  await outbox.put(change('GROUP', {}, stored('r4')));
  await pass();
  expect(sent).toEqual([['CASE', 'STALE'], ['CASE'], ['NEW'], ['VISIT', 'GROUP']]);
  expect(outbox.all.map(({ indicator, state }) => [indicator, state])).toEqual([['STALE', 'CONFLICT']]);
});

test('where the server does not say which of several corrections it refuses, each goes alone', async () => {
  const sizes: number[] = [];
  const { outbox, pass } = await open(async (entries) => {
    sizes.push(entries.length);
    if (entries.some(({ indicator }) => indicator === 'THEIRS')) {
      return Promise.reject(new RequestFailed({ kind: 'REFUSED', message: '无权操作' }));
    }
    return Promise.resolve(entries.map(saved));
  });
  for (const [group, id] of [
    ['CASE', 'r1'],
    ['THEIRS', 'r2'],
    ['VISIT', 'r3'],
  ] as const) {
    await outbox.put(change(group, { FILES: '2' }, stored(id)));
  }
  await pass();
  expect(sizes).toEqual([3, 1, 1, 1]);
  expect(outbox.all.map(({ indicator, message }) => [indicator, message])).toEqual([['THEIRS', '无权操作']]);
});

test('what is typed back to what the server has is no change', async () => {
  const record = { id: 'r1', revision: 1, quantities: { FILES: '1' } };
  const { outbox } = await open(async (entries) => Promise.resolve(entries.map(saved)));
  await outbox.put(change('CASE', { FILES: '2' }, record));
  expect(outbox.counts.waiting).toBe(1);
  await outbox.put(change('CASE', { FILES: '1' }, record));
  expect(outbox.counts.waiting).toBe(0);
});

test('what the server does not accept at all is refused in its words', async () => {
  const { outbox, pass } = await open(async () =>
    Promise.reject(new RequestFailed({ kind: 'REFUSED', message: '无权操作' })),
  );
  await outbox.put(change('CASE', { FILES: '1' }));
  await pass();
  expect(outbox.all[0]).toMatchObject({ state: 'REFUSED', message: '无权操作' });
});

test('signing out throws everything away', async () => {
  const { outbox } = await open(async (entries) => Promise.resolve(entries.map(saved)));
  await outbox.put(change('CASE', { FILES: '1' }));
  await outbox.clear();
  expect(await box.all(MEMBER)).toEqual([]);
});
