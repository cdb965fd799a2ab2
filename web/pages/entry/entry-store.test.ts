import type { EntrySheetQuery, RecordLineFragment } from '../../generated/graphql';
import { EntriesInMemory } from '../../outbox/entry-box';
import { Outbox } from '../../outbox/outbox';
import type { Answer } from '../../outbox/post';
import { EntryStore, type EntryStoreOptions } from './entry-store';
import {
  type Column,
  columnsOfDay,
  columnsOfDays,
  type Division,
  divisionsOf,
  type Row,
  rowsOf,
  type Site,
  sitesOf,
} from './sheet';

const measure = (code: string, unit: string) => ({ code, name: code, unit });
const indicators = [
  { code: 'CASE', name: '个案', measures: [measure('OPENED', '个'), measure('SESSIONS', '节')] },
  { code: 'GIFTS', name: '资源', measures: [measure('VALUE', '元')] },
  { code: 'TRIP', name: '外展', measures: [measure('TIMES', '次')] },
];

/** They have one name: records are distinguished by who made them. */
const ME = 'm1';
const OTHER = 'm2';

function record(
  id: string,
  by: string,
  quantities: [string, string][],
  zoneId: string | null = 'z1',
): RecordLineFragment {
  return {
    id,
    revision: 3,
    occurredOn: '2025-01-31',
    indicator: { code: 'CASE', name: '个案' },
    zone: zoneId === null ? null : { id: zoneId, name: zoneId },
    point: null,
    project: null,
    note: null,
    recordedBy: '阿明',
    isOwn: by === ME,
    recordedAt: '2025-01-31T00:00:00Z',
    voidedAt: null,
    voidReason: null,
    quantities: quantities.map(([code, value]) => ({ measure: measure(code, '个'), value })),
  };
}

function agreement(records: RecordLineFragment[]): NonNullable<EntrySheetQuery['agreement']> {
  const total = { target: '100', completed: '63' };
  return {
    id: 'a1',
    state: 'CONFIRMED',
    startsOn: '2024-05-01',
    endsOn: '2025-04-30',
    operator: { id: 'o', name: '甲', shortName: null },
    terms: [],
    station: { id: 's', name: '站' },
    zones: [
      { id: 'z1', name: '片区一' },
      { id: 'z2', name: '片区二' },
    ],
    points: [
      { id: 'p1', name: '社工点一', zone: { id: 'z1' } },
      { id: 'p2', name: '社工点二', zone: null },
    ],
    projects: [],
    months: [],
    completion: { rows: [{ indicator: { code: 'CASE' }, measure: { code: 'OPENED' }, total }] },
    serviceRecords: { totalCount: records.length, nodes: records },
  };
}

async function open(
  records: RecordLineFragment[],
  options: Partial<EntryStoreOptions> = {},
  columnsFor: (sites: Site[]) => Column[] = (sites) => columnsOfDay(sites, '2025-01-31'),
  division: Division | null = 'zone',
  answers: readonly Answer[] = [],
) {
  const given = agreement(records);
  const sites = sitesOf(given, division);
  const columns = columnsFor(sites);
  const rows = rowsOf(indicators, given);
  const outbox = await Outbox.open({
    memberId: 'm1',
    box: new EntriesInMemory(),
    post: async () => Promise.resolve(answers),
    exclusively: async (work) => work(),
    later: () => undefined,
  });
  const base = {
    memberId: 'm1',
    mayCorrectAny: false,
    agreementId: 'a1',
    isClosed: false,
  };
  const store = new EntryStore({ ...base, sites, records, outbox, ...options });
  const at = (row: number, column: number): { row: Row; column: Column } => ({
    row: rows[row]!,
    column: columns[column]!,
  });
  const type = (row: number, column: number, text: string): void => {
    store.set([{ ...at(row, column), text }]);
  };
  const text = (row: number, column: number): string =>
    store.cell(at(row, column).row, at(row, column).column).text;
  const view = (row: number, column: number) => store.cell(at(row, column).row, at(row, column).column);
  return { store, outbox, rows, columns, type, text, view, at };
}

test('rows with a target come first, whole indicators at a time; the rest is folded', async () => {
  const { rows, columns } = await open([]);
  expect(rows.map(({ key, isFolded }) => [key, isFolded])).toEqual([
    ['CASE.OPENED', false],
    ['CASE.SESSIONS', false],
    ['GIFTS.VALUE', true],
    ['TRIP.TIMES', true],
  ]);
  expect(rows[0]).toMatchObject({ target: '100', completed: '63', left: '37' });
  expect(columns.map(({ site }) => site.name)).toEqual(['片区一', '片区二', null]);
});

test('typing into an empty cell makes a record, and the measures of an indicator at one place share it', async () => {
  const { type, outbox, view } = await open([]);
  type(0, 0, '１２');
  type(1, 0, '30');
  type(0, 1, '5');
  expect(
    outbox.all.map(({ zoneId, record: corrected, quantities }) => [zoneId, corrected, quantities]),
  ).toEqual([
    ['z1', null, { OPENED: '12', SESSIONS: '30' }],
    ['z2', null, { OPENED: '5' }],
  ]);
  expect(view(0, 0)).toMatchObject({ text: '12', state: 'WAITING' });
});

test('typing over one’s own record corrects it, with the revision that was read', async () => {
  const { type, outbox, text } = await open([
    record('r1', ME, [
      ['OPENED', '7'],
      ['SESSIONS', '9'],
    ]),
  ]);
  expect([text(0, 0), text(1, 0)]).toEqual(['7', '9']);
  type(0, 0, '8');
  expect(outbox.all[0]).toMatchObject({
    record: { id: 'r1', revision: 3, quantities: { OPENED: '7', SESSIONS: '9' } },
    quantities: { OPENED: '8', SESSIONS: '9' },
  });
});

test('what comes from elsewhere while a cell is typed in neither changes it nor is corrected unseen', async () => {
  const first = record('r1', ME, [['OPENED', '7']]);
  const second = { ...first, revision: 4, quantities: record('r1', ME, [['OPENED', '5']]).quantities };
  const { store, type, outbox, text, at } = await open([first]);
  store.startTyping(at(0, 0).row, at(0, 0).column);
  store.refresh([second], false);
  expect(text(0, 0)).toBe('7');
  type(0, 0, '8');
  expect(outbox.all[0]).toMatchObject({ record: { id: 'r1', revision: 3 }, quantities: { OPENED: '8' } });
  store.stopTyping();
  expect(store.recordsOf(at(0, 0).row, at(0, 0).column)).toEqual([second]);
});

test('what one has saved is what is corrected next, also while the cell is typed in again', async () => {
  const stored = record('r1', ME, [['OPENED', '1']]);
  const { store, type, outbox, at } = await open([], {}, undefined, 'zone', [
    { kind: 'SAVED', record: stored },
  ]);
  store.start();
  type(0, 0, '1');
  store.startTyping(at(0, 0).row, at(0, 0).column);
  const saved = new Promise<void>((resolve) => {
    outbox.whenSaved(() => {
      resolve();
    });
  });
  // It is sent once it is stored.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  outbox.sendNow();
  await saved;
  type(0, 0, '2');
  expect(outbox.all[0]).toMatchObject({ record: { id: 'r1', revision: 3 }, quantities: { OPENED: '2' } });
});

test('several records are shown as their sum, and not typed over', async () => {
  const { type, outbox, view, store, at } = await open([
    record('r1', ME, [['OPENED', '7']]),
    record('r2', ME, [['OPENED', '0.5']]),
  ]);
  expect(view(0, 0)).toMatchObject({ text: '7.5', isFixed: true });
  type(0, 0, '8');
  expect(outbox.all).toEqual([]);
  expect(store.recordsOf(at(0, 0).row, at(0, 0).column)).toHaveLength(2);
});

test('another member’s record is corrected by a manager alone', async () => {
  const others = [record('r1', OTHER, [['OPENED', '7']])];
  expect((await open(others)).view(0, 0).isFixed).toBe(true);
  expect((await open(others, { mayCorrectAny: true })).view(0, 0).isFixed).toBe(false);
});

test('nothing is typed in a month that has been handed in, until it is open again', async () => {
  const records = [record('r1', ME, [['OPENED', '7']])];
  const { type, outbox, view, store } = await open(records, { isClosed: true });
  type(0, 0, '8');
  type(0, 1, '9');
  expect(outbox.all).toEqual([]);
  expect(view(0, 1)).toMatchObject({ text: '', isFixed: true, isClosed: true });
  store.refresh(records, false);
  type(0, 1, '9');
  expect(outbox.all).toHaveLength(1);
});

test('a mistake stays in its cell and is not sent', async () => {
  const { type, outbox, view } = await open([]);
  type(0, 0, '4.5');
  expect(view(0, 0)).toMatchObject({ text: '4.5', state: 'MISTAKE', mistake: 'WHOLE_NUMBER' });
  expect(outbox.all).toEqual([]);
  type(0, 0, '4');
  expect(view(0, 0)).toMatchObject({ text: '4', state: 'WAITING' });
});

test('what was typed in one step is undone in one step', async () => {
  const { store, outbox, at, text } = await open([record('r1', ME, [['OPENED', '7']])]);
  store.set([
    { ...at(0, 0), text: '1' },
    { ...at(0, 1), text: '2' },
  ]);
  expect([text(0, 0), text(0, 1)]).toEqual(['1', '2']);
  store.undo();
  expect([text(0, 0), text(0, 1)]).toEqual(['7', '']);
  expect(outbox.all).toEqual([]);
  store.undo();
});

test('an emptied record is voided: nothing of it is left', async () => {
  const { type, outbox } = await open([record('r1', ME, [['OPENED', '7']])]);
  type(0, 0, '/');
  expect(outbox.all[0]).toMatchObject({ record: { id: 'r1' }, quantities: {} });
});

test('a record of the whole station is not one of a zone', async () => {
  const { text } = await open([record('r1', ME, [['OPENED', '7']], null)]);
  expect([text(0, 0), text(0, 2)]).toEqual(['', '7']);
});

test('columns can be points, each zone beside its own for what is at none of them', async () => {
  expect(divisionsOf(agreement([]))).toEqual(['zone', 'point']);
  const atPoint = { ...record('r1', ME, [['OPENED', '7']]), point: { id: 'p1', name: '社工点一' } };
  const inZone = record('r2', ME, [['OPENED', '5']]);
  const { type, outbox, text, columns } = await open([atPoint, inZone], {}, undefined, 'point');
  expect(columns.map(({ site: { name, isRest } }) => [name, isRest])).toEqual([
    ['社工点一', false],
    ['片区一', true],
    ['片区二', true],
    ['社工点二', false],
    [null, false],
  ]);
  expect([0, 1, 2].map((column) => text(0, column))).toEqual(['7', '5', '']);
  type(0, 3, '2');
  expect(outbox.all[0]).toMatchObject({ pointId: 'p2', zoneId: null, projectId: null });
});

test('without zones, points and projects there is one column', () => {
  const none = { zones: [], points: [], projects: [] };
  expect(divisionsOf(none)).toEqual([]);
  expect(sitesOf(none, null)).toMatchObject([{ kind: 'STATION' }]);
});

test('on the sheet of a month at one site each day has its own record', async () => {
  const days = (sites: Site[]): Column[] => columnsOfDays(sites[0]!, ['2025-01-30', '2025-01-31']);
  const { type, outbox, text, columns } = await open([record('r1', ME, [['OPENED', '7']])], {}, days);
  expect(columns.map(({ dayName }) => dayName)).toEqual(['30', '31']);
  expect([text(0, 0), text(0, 1)]).toEqual(['', '7']);
  type(0, 0, '5');
  type(0, 1, '8');
  expect(outbox.all.map(({ day, zoneId, record: corrected }) => [day, zoneId, corrected?.id])).toEqual([
    ['2025-01-30', 'z1', undefined],
    ['2025-01-31', 'z1', 'r1'],
  ]);
});
