import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { change, enrolStaff, person, recordPay, type StaffMember } from '../staffing/support';
import { apply, importOf, preview, tryApply, undo } from './support/imports';
import { changesIn, keptIn, notesIn, faultLinesIn } from './support/lines';
import { ASSISTANT, form, KE, staffOf } from './support/roster';

/** 附件2: people on record are compared, and changed by what the form says otherwise. */
const PARTS = { parts: ['STAFF'] };

let api: Api;
let admin: Client;
let manager: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'roster-manager@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const staff = async (): Promise<StaffMember[]> => staffOf(admin, agreement.id);

const enrolled = async (changes: Record<string, unknown> = {}): Promise<StaffMember> => {
  const own = { employedFrom: '2024-02-01', position: '东片社工', zoneIds: [agreement.zones[0]!.id] };
  const [member] = await enrolStaff(admin, agreement.id, person('柯一舟', { ...own, ...changes }));
  return member!;
};

test('people on record are matched by name and first day, and unchanged where the form says the same', async () => {
  await enrolled({ certificates: [{ level: 'ASSISTANT' }] });
  const shown = await preview(api, manager, agreement.id, form({ ...KE, certificate: ASSISTANT }));
  expect(shown.counts).toMatchObject({ ready: 0, unchanged: 1, faulty: 0 });
  expect([...faultLinesIn(shown), ...notesIn(shown)]).toEqual([]);
});

test('people on record change by what the form says otherwise: certificate, leaving, position and zone', async () => {
  const { id } = await enrolled();
  const body = form({
    name: '柯一舟',
    position: '西片主管',
    contract: '2024.02.01-2027.01.31',
    certificate: ASSISTANT,
    months: '√,√,√,√,√,√',
    note: '2024年1月20日考取助理社会工作师证 2024年4月30日离职',
  });
  const shown = await preview(api, manager, agreement.id, body);
  expect(changesIn(shown)).toEqual([
    'D4 柯一舟 · 职位 东片社工 → 西片主管',
    'E4 柯一舟 · 资格证 / → 助理社会工作师（2024-01-20）',
    'M4 柯一舟 · 离岗日 / → 2024-04-30',
    'D4 柯一舟 · 片区 东片 → 西片',
  ]);
  expect(shown.counts).toMatchObject({ ready: 1, unchanged: 0 });
  const applied = await apply(manager, shown, PARTS);
  expect(await staff()).toMatchObject([
    {
      id,
      position: '西片主管',
      certificates: [{ level: 'ASSISTANT', passedOn: '2024-01-20' }],
      spells: [{ employedTo: '2024-04-30' }],
      zones: [{ zone: { name: '西片' } }],
    },
  ]);
  expect((await preview(api, manager, agreement.id, `${body}\n`)).counts).toMatchObject({ unchanged: 1 });

  const undone = await undo(manager, applied.id);
  expect(keptIn(undone)).toEqual([]);
  expect(await staff()).toMatchObject([
    {
      id,
      position: '东片社工',
      certificates: [],
      spells: [{ employedTo: null }],
      zones: [{ zone: { name: '东片' } }],
    },
  ]);
});

test('undone, what somebody has changed since stays, and is reported', async () => {
  const { id, spells } = await enrolled();
  const body = form({ ...KE, position: '东片主管', note: '2024年4月30日离职' });
  const applied = await apply(manager, await preview(api, manager, agreement.id, body), PARTS);
  await change(admin, 'changeStaffSpell', { spellId: spells[0]!.id, employedTo: '2024-05-31' });
  expect(keptIn(await undo(manager, applied.id))).toEqual(['M4 柯一舟 · 离岗日 2024-04-30 → 2024-05-31']);
  expect(await staff()).toMatchObject([{ id, position: '东片社工', spells: [{ employedTo: '2024-05-31' }] }]);
});

test('people who come back are on post again', async () => {
  const { id } = await enrolled({ employedTo: '2024-02-29' });
  const contract = '"2024.02.01-2024.02.29\n2024.04.01-2027.01.31"';
  const body = form({ ...KE, contract, months: '——,——,——,√,√,√' });
  const shown = await preview(api, manager, agreement.id, body);
  expect(changesIn(shown)).toEqual(['F4 柯一舟 · 返岗 / → 2024-04-01 至 今']);
  expect(faultLinesIn(shown)).toEqual([]);
  const applied = await apply(manager, shown, PARTS);
  const spells = [{ employedTo: '2024-02-29' }, { employedFrom: '2024-04-01', employedTo: null }];
  expect(await staff()).toMatchObject([{ id, spells }]);
  expect(keptIn(await undo(manager, applied.id))).toEqual([]);
  expect((await staff())[0]!.spells).toHaveLength(1);
});

test('a certificate that is not on record needs its day', async () => {
  await enrolled({ certificates: [{ level: 'ASSISTANT' }] });
  const shown = await preview(api, manager, agreement.id, form({ ...KE, certificate: '社会工作师' }));
  expect(faultLinesIn(shown)).toEqual(['ERROR CERTIFICATE_DAY_MISSING E4']);
});

test('a certificate without a day on record was passed before the agreement: a day before it says the same, a later one does not', async () => {
  await enrolled({ certificates: [{ level: 'ASSISTANT' }] });
  const passed = (day: string): string =>
    form({ ...KE, certificate: ASSISTANT, note: `${day}考取助理社会工作师证` });
  const before = await preview(api, manager, agreement.id, passed('2023年12月31日'));
  expect(before.counts).toMatchObject({ ready: 0, unchanged: 1 });
  const since = await preview(api, manager, agreement.id, passed('2024年1月1日'));
  expect(changesIn(since)).toEqual(['E4 柯一舟 · 资格证 助理社会工作师 → 助理社会工作师（2024-01-01）']);
});

test('presence and ticks that differ from the record are reported, and never stored', async () => {
  const { id } = await enrolled({ employedTo: '2024-03-31' });
  await recordPay(admin, agreement.id, [{ memberId: id, month: '2024-03', salaryPaid: false }]);
  const shown = await preview(api, manager, agreement.id, form(KE));
  expect(faultLinesIn(shown)).toEqual(['WARNING PAY_ON_RECORD I4', 'WARNING PRESENCE_ON_RECORD J4']);
  expect(shown.counts).toMatchObject({ ready: 0, unchanged: 1, faulty: 0 });
});

test('people who are called alike and came on the same day cannot be distinguished', async () => {
  await enrolled();
  await enrolled();
  const record = await preview(api, manager, agreement.id, form(KE));
  expect(faultLinesIn(record)).toEqual(['ERROR PERSON_AMBIGUOUS C4']);
  expect(record.counts).toMatchObject({ ready: 0, faulty: 1 });
  const twins = form({ ...KE, no: '1', name: '简之远' }, { ...KE, no: '2', name: '简之远' });
  expect(faultLinesIn(await preview(api, manager, agreement.id, twins))).toEqual([
    'ERROR PERSON_AMBIGUOUS C4',
    'ERROR PERSON_AMBIGUOUS C5',
  ]);
});

test('namesakes of another first day, and people of another kind of staff, are pointed out', async () => {
  await enrolled({ employedFrom: '2023-02-01' });
  await enrolStaff(
    admin,
    agreement.id,
    person('简之远', { kind: 'ADMINISTRATION', employedFrom: '2024-02-01' }),
  );
  const shown = await preview(api, manager, agreement.id, form(KE, { ...KE, name: '简之远', position: '' }));
  expect(faultLinesIn(shown)).toEqual(
    expect.arrayContaining(['WARNING SAME_NAME_OTHER_DAY F4', 'WARNING KIND_ON_RECORD C5']),
  );
  expect(shown.counts).toMatchObject({ ready: 1, unchanged: 1 });
});

test('people whom the form does not mention stay, and are reported; so is a leave', async () => {
  await enrolled();
  await enrolStaff(
    admin,
    agreement.id,
    person('简之远'),
    person('莫听雨', { employedTo: '2024-02-10' }),
    person('会计', { kind: 'ADMINISTRATION' }),
  );
  const note = '2024年3月1日至2024年8月1日休产假';
  const shown = await preview(api, manager, agreement.id, form({ ...KE, note }));
  expect(notesIn(shown)).toEqual(['LEAVE_NOT_WRITTEN M4', 'PERSON_NOT_IN_FORM C2']);
  expect(shown.counts).toMatchObject({ ready: 0, unchanged: 1 });
});

test('a change that a rule refuses leaves the person as it is, and the others are changed', async () => {
  const { id } = await enrolled();
  await enrolStaff(admin, agreement.id, person('简之远', { employedFrom: '2024-02-01' }));
  const body = form(
    { ...KE, position: '东片主管', note: '2024年1月1日离职' },
    { ...KE, name: '简之远', position: '西片社工' },
  );
  const shown = await preview(api, manager, agreement.id, body);
  expect(faultLinesIn(shown)).toContain('ERROR ENDS_BEFORE_START M4');
  expect(shown.counts).toMatchObject({ ready: 1, faulty: 1 });
  await apply(manager, shown, { ...PARTS, skipFaultyRows: true });
  expect(await staff()).toMatchObject([
    { id, position: '东片社工', spells: [{ employedTo: null }] },
    { name: '简之远', position: '西片社工' },
  ]);
  const logged = await api.world.ownerQuery<{ thing_id: string }>(
    `select thing_id from core.audit_entry where action = 'STAFF_CHANGED' and thing_id = $1`,
    [id],
  );
  expect(logged).toEqual([]);
});

test('a preview follows the roster', async () => {
  const { id } = await enrolled();
  const shown = await preview(api, manager, agreement.id, form({ ...KE, position: '东片主管' }));
  await change(admin, 'changeStaffMember', { memberId: id, position: '东片主管' });
  const now = await importOf(manager, shown.id);
  expect(changesIn(now)).toEqual([]);
  expect(now.digest).not.toBe(shown.digest);
});

test('a preview is stale once the roster has changed', async () => {
  const { id } = await enrolled();
  const shown = await preview(api, manager, agreement.id, form({ ...KE, position: '东片主管' }));
  await change(admin, 'changeStaffMember', { memberId: id, position: '西片社工' });
  expect((await tryApply(manager, shown, PARTS)).userErrors).toMatchObject([{ code: 'STALE_PREVIEW' }]);
});
