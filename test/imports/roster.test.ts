import { MemberRole } from '../../src/access';
import { type Agreement, demoAgreement, newProposal, newStation } from '../api/support/agreements';
import { propose } from '../api/support/amendments';
import { enrol } from '../api/support/people';
import { download } from '../export/support';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { fixture } from '../sheets/support/fengyuan';
import { change, recordPay, type StaffMember, stored } from '../staffing/support';
import { apply, APPLY, importOf, preview, tryApply, undo, upload } from './support/imports';
import { changesIn, keptIn, faultLinesIn } from './support/lines';
import { ASSISTANT, form, KE, staffOf } from './support/roster';

/** 附件2: people who are not on record are enrolled, once. */
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

const NEW = form(
  { ...KE, certificate: ASSISTANT, note: '2023年6月17日考取助理社会工作师证' },
  { name: '简之远', position: '站长', contract: '2020.01.01-无固定期限' },
  {
    name: '莫听雨',
    contract: '2023.05.01-2026.04.30',
    months: '√,√,√,——,——,——',
    note: '2024年3月20日离职',
  },
);

test('people who are not on record are enrolled with zone, certificate and days, and in the preview are not', async () => {
  const shown = await preview(api, manager, agreement.id, NEW);
  expect(shown.counts).toMatchObject({ ready: 3, unchanged: 0, faulty: 0 });
  expect(changesIn(shown)).toEqual([
    'C4 柯一舟 / → 东片社工 · 东片 · 2024-02-01 起 · 助理社会工作师（2023-06-17）',
    'C5 简之远 / → 站长 · 2020-01-01 起',
    'C6 莫听雨 / → 2023-05-01 至 2024-03-20',
  ]);
  expect(await staff()).toEqual([]);
  const applied = await apply(manager, shown, PARTS);
  expect(applied.receipt).toMatchObject({ written: 3, skipped: 0 });
  expect(changesIn(applied)).toEqual(changesIn(shown));
  expect(await staff()).toMatchObject([
    {
      name: '柯一舟',
      kind: 'SOCIAL_WORKER',
      position: '东片社工',
      spells: [{ employedFrom: '2024-02-01', employedTo: null }],
      certificates: [{ level: 'ASSISTANT', passedOn: '2023-06-17' }],
      zones: [{ share: '1', zone: { name: '东片' } }],
    },
    {
      name: '简之远',
      position: '站长',
      spells: [{ employedFrom: '2020-01-01', employedTo: null }],
      zones: [],
    },
    { name: '莫听雨', position: null, spells: [{ employedFrom: '2023-05-01', employedTo: '2024-03-20' }] },
  ]);
  // Presence and ticks are compared, never stored.
  expect(await stored(api, agreement.id)).toMatchObject({ member: 3, pay: 0 });
});

test('people who are not on record are not enrolled twice by the same form', async () => {
  await apply(manager, await preview(api, manager, agreement.id, NEW), PARTS);
  const again = await preview(api, manager, agreement.id, `${NEW}\n`);
  expect(again.counts).toMatchObject({ ready: 0, unchanged: 3, faulty: 0 });
  expect((await tryApply(manager, again, PARTS)).userErrors).toMatchObject([{ code: 'NOTHING_TO_WRITE' }]);
  expect(await stored(api, agreement.id)).toMatchObject({ member: 3 });
});

test('more than a hundred people are enrolled at once, in the order of the form', async () => {
  const lines = Array.from({ length: 120 }, (_, at) => ({
    name: `社工${String.fromCharCode(0x4e00 + at)}`,
    contract: '2024.02.01-2027.01.31',
  }));
  const shown = await preview(api, manager, agreement.id, form(...lines));
  expect(shown.counts).toMatchObject({ ready: 120, faulty: 0 });
  await apply(manager, shown, PARTS);
  expect((await staff()).map(({ name }) => name)).toEqual(lines.map(({ name }) => name));
});

test('a preview follows the places in which people may be', async () => {
  await apply(manager, await preview(api, manager, agreement.id, form({ ...KE, position: '社工' })), PARTS);
  const shown = await preview(api, manager, agreement.id, form(KE));
  expect(shown.counts).toMatchObject({ ready: 1 });
  const bureau = await api.as('admin@liwan-bureau.example');
  const { userErrors } = await propose(bureau, {
    agreementId: agreement.id,
    effectiveOn: agreement.startsOn,
    documentNumber: '文 1',
    zones: [{ id: agreement.zones[0]!.id, close: true }],
  });
  expect(userErrors).toEqual([]);
  const now = await importOf(manager, shown.id);
  expect(faultLinesIn(now)).toEqual(['ERROR PART_CLOSED D4']);
});

test('undone, who was enrolled is void, but for who has changed since', async () => {
  const applied = await apply(manager, await preview(api, manager, agreement.id, NEW), PARTS);
  const [first, second] = await staff();
  await change(admin, 'changeStaffMember', { memberId: first!.id, position: '东片主管' });
  await recordPay(admin, agreement.id, [{ memberId: second!.id, month: '2024-03', salaryPaid: true }]);
  const undone = await undo(manager, applied.id);
  expect(keptIn(undone)).toEqual(['C4 柯一舟 / → 柯一舟', 'C5 简之远 / → 简之远']);
  expect((await staff()).map(({ name, voidedAt }) => [name, voidedAt !== null])).toEqual([
    ['柯一舟', false],
    ['简之远', false],
    ['莫听雨', true],
  ]);
});

test('people who are not on record are refused at their cells by the rules of enrolment; the others are written where faulty rows are skipped', async () => {
  const body = form(
    { ...KE, position: '电话13800138000' },
    {
      name: '简之远',
      contract: '2020.01.01-无固定期限',
      note: '2019年1月1日离职',
      months: '——,——,——,——,——,——',
    },
    { name: '莫听雨', contract: '2023.05.01-2026.04.30' },
  );
  const shown = await preview(api, manager, agreement.id, body);
  expect(faultLinesIn(shown)).toEqual(['ERROR POSSIBLE_PERSONAL_DATA D4', 'ERROR ENDS_BEFORE_START M5']);
  expect(shown.counts).toMatchObject({ ready: 1, faulty: 2 });
  await apply(manager, shown, { ...PARTS, skipFaultyRows: true });
  expect((await staff()).map(({ name }) => name)).toEqual(['莫听雨']);
});

test('people whose contracts name a break are enrolled with both times on post', async () => {
  const contract = '"2023.01.01-2023.12.31\n2024.03.18-2027.01.31"';
  const shown = await preview(api, manager, agreement.id, form({ ...KE, contract, months: '0.5,√,√,√,√,√' }));
  expect(faultLinesIn(shown)).toEqual([]);
  await apply(manager, shown, PARTS);
  expect(await staff()).toMatchObject([
    {
      spells: [
        { employedFrom: '2023-01-01', employedTo: '2023-12-31' },
        { employedFrom: '2024-03-18', employedTo: null },
      ],
    },
  ]);
  const again = await preview(
    api,
    manager,
    agreement.id,
    `${form({ ...KE, contract, months: '0.5,√,√,√,√,√' })}\n`,
  );
  expect(again.counts).toMatchObject({ ready: 0, unchanged: 1 });
});

test('people who are not on record are refused without the day of a certificate that they reached on post', async () => {
  const before = '√,√,√,【分段计算】,,';
  const after = '【分段计算】,,,√,√,√';
  const rows = (note: string): string =>
    form(
      { ...KE, no: '1', certificate: ASSISTANT, months: after, note },
      { ...KE, no: '同1', months: before, note },
    );
  const shown = await preview(api, manager, agreement.id, rows(''));
  expect(faultLinesIn(shown)).toEqual(['ERROR CERTIFICATE_DAY_MISSING E4']);
  expect(shown.counts).toMatchObject({ ready: 0, faulty: 2 });
  const dated = await preview(api, manager, agreement.id, rows('2024年3月16日考取助理社会工作师证'));
  expect(dated.counts).toMatchObject({ ready: 2, faulty: 0 });
  await apply(manager, dated, PARTS);
  expect(await staff()).toMatchObject([{ certificates: [{ level: 'ASSISTANT', passedOn: '2024-03-16' }] }]);
});

test('the roster of 逢源, and what goes out of it, are as they are on record', async () => {
  const { id } = await demoAgreement(api, '逢源街');
  const path = `fujian-2.xlsx?from=2024-05-01&to=2024-12-31&agreement=${id}`;
  const { bytes } = await download(api, path, { token: admin.token });
  for (const body of [fixture('fujian2-fengyuan.xlsx'), bytes]) {
    const { counts, changes, faults } = await preview(api, manager, id, body);
    expect(changes.nodes).toEqual([]);
    expect(counts).toMatchObject({ ready: 0, unchanged: 27, faulty: 0 });
    const reported = faults.nodes.filter(
      ({ code }) => !['TOTAL_DIFFERS', 'EXPERIENCE_NEEDS_DATE'].includes(code),
    );
    expect(reported.filter(({ severity }) => severity !== 'NOTE')).toEqual([]);
  }
  const days = { startsOn: '2022-01-01', endsOn: '2022-12-31' };
  const other = await newStation(api, { ...days, terms: [{ name: '年度', ...days }] });
  const elsewhere = await preview(api, manager, other.id, bytes);
  expect(faultLinesIn(elsewhere)).toContain('WARNING OTHER_AGREEMENT C3');
  expect(faultLinesIn(elsewhere)).toContain('WARNING ROSTER_OF_OTHER_DAYS C3');
});

test('a manager brings a roster, into a confirmed agreement of its own', async () => {
  const body = form(KE);
  const foreign = await api.as('admin@datong.example');
  for (const [client, status] of [
    [await api.as('worker@fengyuan.example'), 403],
    [await api.as('admin@fengyuan-street.example'), 403],
    [foreign, 404],
  ] as const)
    expect((await upload(api, client, agreement.id, body)).status).toBe(status);
  const shown = await preview(api, manager, agreement.id, body);
  const input = { importId: shown.id, digest: shown.digest, ...PARTS };
  const worker = await api.as('worker@fengyuan.example');
  for (const [client, code] of [
    [worker, 'FORBIDDEN'],
    [foreign, 'NOT_FOUND'],
  ] as const) {
    const { errors } = await client.ask(APPLY, { input });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
  }
  const { id } = await newProposal(api);
  expect((await upload(api, manager, id, body)).status).toBe(400);
});
