import { MemberRole } from '../../src/access';
import { type Agreement, demoAgreement, newProposal, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { download } from '../export/support';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { fixture } from '../sheets/support/fengyuan';
import { change, enrolStaff, person, recordPay, type StaffMember, stored } from '../staffing/support';
import { apply, APPLY, preview, tryApply, undo, upload } from './support/imports';
import { changesIn, keptIn, notesIn, toldIn } from './support/lines';

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

/** A person of the form: in one row, on post in both months. */
interface Line {
  no?: string;
  name: string;
  position?: string;
  /** Empty: of those without one. */
  certificate?: string;
  contract: string;
  months?: string;
  note?: string;
}

/** 附件2 of two months, those with a certificate before those without. */
function form(...lines: Line[]): string {
  const rows = [true, false].flatMap((certified) =>
    lines
      .filter(({ certificate = '' }) => (certificate !== '') === certified)
      .map(({ no, name, position = '', certificate = '', contract, months = '√,√,√,√,√,√', note = '' }) =>
        [
          certified ? '持证社工' : '非持证社工',
          no ?? String(lines.findIndex((line) => line.name === name && line.contract === contract) + 1),
          ...[name, position, certificate === '' ? '大学本科' : certificate, contract, months, note],
        ].join(','),
      ),
  );
  const month = ['人员到位', '社保购买', '工资发放'].join(',');
  return [
    '新站人员到岗情况',
    '类型,序号,姓名,职位,岗位资格证/资质,合同期限,2024年3月,,,2024年4月,,,备注',
    `,,,,,,${month},${month},`,
    ...rows,
  ].join('\n');
}

const ASSISTANT = '助理社会工作师';
const KE = { name: '柯一舟', position: '东片社工', contract: '2024.02.01-2027.01.31' };

async function staffOf(id = agreement.id): Promise<StaffMember[]> {
  const { agreement: found } = await admin.get<{ agreement: { staff: StaffMember[] } }>(
    `query($id: ID!) { agreement(id: $id) { staff { id name kind position voidedAt spells { id employedFrom employedTo }
      certificates { level passedOn } zones { share zone { name } } } } }`,
    { id },
  );
  return found.staff;
}

const enrolled = async (changes: Record<string, unknown> = {}): Promise<StaffMember> => {
  const own = { employedFrom: '2024-02-01', position: '东片社工', zoneIds: [agreement.zones[0]!.id] };
  const [member] = await enrolStaff(admin, agreement.id, person('柯一舟', { ...own, ...changes }));
  return member!;
};

describe('people who are not on record', () => {
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

  test('are enrolled with zone, certificate and days, and in the preview are not', async () => {
    const shown = await preview(api, manager, agreement.id, NEW);
    expect(shown.counts).toMatchObject({ ready: 3, unchanged: 0, faulty: 0 });
    expect(changesIn(shown)).toEqual([
      'C4 柯一舟 / → 东片社工 · 东片 · 2024-02-01 起 · 助理社会工作师（2023-06-17）',
      'C5 简之远 / → 站长 · 2020-01-01 起',
      'C6 莫听雨 / → 2023-05-01 至 2024-03-20',
    ]);
    expect(await staffOf()).toEqual([]);
    const applied = await apply(manager, shown, PARTS);
    expect(applied.receipt).toMatchObject({ written: 3, skipped: 0 });
    expect(changesIn(applied)).toEqual(changesIn(shown));
    expect(await staffOf()).toMatchObject([
      {
        ...{ name: '柯一舟', kind: 'SOCIAL_WORKER', position: '东片社工' },
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

  test('are not enrolled twice by the same form', async () => {
    await apply(manager, await preview(api, manager, agreement.id, NEW), PARTS);
    const again = await preview(api, manager, agreement.id, `${NEW}\n`);
    expect(again.counts).toMatchObject({ ready: 0, unchanged: 3, faulty: 0 });
    expect((await tryApply(manager, again, PARTS)).userErrors).toMatchObject([{ code: 'NOTHING_TO_WRITE' }]);
    expect(await stored(api, agreement.id)).toMatchObject({ member: 3 });
  });

  test('undone, they are void, but for who has changed since', async () => {
    const applied = await apply(manager, await preview(api, manager, agreement.id, NEW), PARTS);
    const [first, second] = await staffOf();
    await change(admin, 'changeStaffMember', { memberId: first!.id, position: '东片主管' });
    await recordPay(admin, agreement.id, [{ memberId: second!.id, month: '2024-03', salaryPaid: true }]);
    const undone = await undo(manager, applied.id);
    expect(keptIn(undone)).toEqual(['C4 柯一舟 / → 柯一舟', 'C5 简之远 / → 简之远']);
    const staff = await staffOf();
    expect(staff.map(({ name, voidedAt }) => [name, voidedAt !== null])).toEqual([
      ['柯一舟', false],
      ['简之远', false],
      ['莫听雨', true],
    ]);
  });

  test('are refused at their cells by the rules of enrolment; the others are written where faulty rows are skipped', async () => {
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
    expect(toldIn(shown)).toEqual(['ERROR POSSIBLE_PERSONAL_DATA D4', 'ERROR ENDS_BEFORE_START M5']);
    expect(shown.counts).toMatchObject({ ready: 1, faulty: 2 });
    await apply(manager, shown, { ...PARTS, skipFaultyRows: true });
    expect((await staffOf()).map(({ name }) => name)).toEqual(['莫听雨']);
  });

  test('whose contracts name a break are enrolled with both times on post', async () => {
    const contract = '"2023.01.01-2023.12.31\n2024.03.18-2027.01.31"';
    const shown = await preview(
      api,
      manager,
      agreement.id,
      form({ ...KE, contract, months: '0.5,√,√,√,√,√' }),
    );
    expect(toldIn(shown)).toEqual([]);
    await apply(manager, shown, PARTS);
    expect(await staffOf()).toMatchObject([
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

  test('are refused without the day of a certificate that they reached on post', async () => {
    const before = '√,√,√,【分段计算】,,';
    const after = '【分段计算】,,,√,√,√';
    const rows = (note: string): string =>
      form(
        { ...KE, no: '1', certificate: ASSISTANT, months: after, note },
        { ...KE, no: '同1', months: before, note },
      );
    const shown = await preview(api, manager, agreement.id, rows(''));
    expect(toldIn(shown)).toEqual(['ERROR CERTIFICATE_DAY_MISSING E4']);
    expect(shown.counts).toMatchObject({ ready: 0, faulty: 2 });
    const dated = await preview(api, manager, agreement.id, rows('2024年3月16日考取助理社会工作师证'));
    expect(dated.counts).toMatchObject({ ready: 2, faulty: 0 });
    await apply(manager, dated, PARTS);
    expect(await staffOf()).toMatchObject([
      { certificates: [{ level: 'ASSISTANT', passedOn: '2024-03-16' }] },
    ]);
  });
});

describe('people on record', () => {
  test('are matched by name and first day, and unchanged where the form says the same', async () => {
    await enrolled({ certificates: [{ level: 'ASSISTANT' }] });
    const shown = await preview(api, manager, agreement.id, form({ ...KE, certificate: ASSISTANT }));
    expect(shown.counts).toMatchObject({ ready: 0, unchanged: 1, faulty: 0 });
    expect([...toldIn(shown), ...notesIn(shown)]).toEqual([]);
  });

  test('change by what the form says otherwise: certificate, leaving, position and zone', async () => {
    const { id } = await enrolled();
    const body = form({
      ...{ name: '柯一舟', position: '西片主管', contract: '2024.02.01-2027.01.31', certificate: ASSISTANT },
      ...{ months: '√,√,√,√,√,√', note: '2024年1月20日考取助理社会工作师证 2024年4月30日离职' },
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
    expect(await staffOf()).toMatchObject([
      {
        ...{ id, position: '西片主管', certificates: [{ level: 'ASSISTANT', passedOn: '2024-01-20' }] },
        ...{ spells: [{ employedTo: '2024-04-30' }], zones: [{ zone: { name: '西片' } }] },
      },
    ]);
    expect((await preview(api, manager, agreement.id, `${body}\n`)).counts).toMatchObject({ unchanged: 1 });

    const undone = await undo(manager, applied.id);
    expect(keptIn(undone)).toEqual([]);
    expect(await staffOf()).toMatchObject([
      {
        ...{ id, position: '东片社工', certificates: [], spells: [{ employedTo: null }] },
        zones: [{ zone: { name: '东片' } }],
      },
    ]);
  });

  test('undone, what somebody has changed since stays, and is told', async () => {
    const { id, spells } = await enrolled();
    const body = form({ ...KE, position: '东片主管', note: '2024年4月30日离职' });
    const applied = await apply(manager, await preview(api, manager, agreement.id, body), PARTS);
    await change(admin, 'changeStaffSpell', { spellId: spells[0]!.id, employedTo: '2024-05-31' });
    expect(keptIn(await undo(manager, applied.id))).toEqual(['M4 柯一舟 · 离岗日 2024-04-30 → 2024-05-31']);
    expect(await staffOf()).toMatchObject([
      { id, position: '东片社工', spells: [{ employedTo: '2024-05-31' }] },
    ]);
  });

  test('who come back are on post again', async () => {
    const { id } = await enrolled({ employedTo: '2024-02-29' });
    const contract = '"2024.02.01-2024.02.29\n2024.04.01-2027.01.31"';
    const body = form({ ...KE, contract, months: '——,——,——,√,√,√' });
    const shown = await preview(api, manager, agreement.id, body);
    expect(changesIn(shown)).toEqual(['F4 柯一舟 · 返岗 / → 2024-04-01 至 今']);
    expect(toldIn(shown)).toEqual([]);
    const applied = await apply(manager, shown, PARTS);
    const spells = [{ employedTo: '2024-02-29' }, { employedFrom: '2024-04-01', employedTo: null }];
    expect(await staffOf()).toMatchObject([{ id, spells }]);
    expect(keptIn(await undo(manager, applied.id))).toEqual([]);
    expect((await staffOf())[0]!.spells).toHaveLength(1);
  });

  test('a certificate that is not on record needs its day', async () => {
    await enrolled({ certificates: [{ level: 'ASSISTANT' }] });
    const shown = await preview(api, manager, agreement.id, form({ ...KE, certificate: '社会工作师' }));
    expect(toldIn(shown)).toEqual(['ERROR CERTIFICATE_DAY_MISSING E4']);
  });

  test('presence and ticks that differ from the record are told, and never stored', async () => {
    const { id } = await enrolled({ employedTo: '2024-03-31' });
    await recordPay(admin, agreement.id, [{ memberId: id, month: '2024-03', salaryPaid: false }]);
    const shown = await preview(api, manager, agreement.id, form(KE));
    expect(toldIn(shown)).toEqual(['WARNING PAY_ON_RECORD I4', 'WARNING PRESENCE_ON_RECORD J4']);
    expect(shown.counts).toMatchObject({ ready: 0, unchanged: 1, faulty: 0 });
  });

  test('who are called alike and came on the same day are told apart by nobody', async () => {
    await enrolled();
    await enrolled();
    const record = await preview(api, manager, agreement.id, form(KE));
    expect(toldIn(record)).toEqual(['ERROR PERSON_AMBIGUOUS C4']);
    expect(record.counts).toMatchObject({ ready: 0, faulty: 1 });
    const twins = form({ ...KE, no: '1', name: '简之远' }, { ...KE, no: '2', name: '简之远' });
    expect(toldIn(await preview(api, manager, agreement.id, twins))).toEqual([
      'ERROR PERSON_AMBIGUOUS C4',
      'ERROR PERSON_AMBIGUOUS C5',
    ]);
  });

  test('of another first day, or another kind of staff, are pointed out', async () => {
    await enrolled({ employedFrom: '2023-02-01' });
    await enrolStaff(
      admin,
      agreement.id,
      person('简之远', { kind: 'ADMINISTRATION', employedFrom: '2024-02-01' }),
    );
    const shown = await preview(
      api,
      manager,
      agreement.id,
      form(KE, { ...KE, name: '简之远', position: '' }),
    );
    expect(toldIn(shown)).toEqual(
      expect.arrayContaining(['WARNING SAME_NAME_OTHER_DAY F4', 'WARNING KIND_ON_RECORD C5']),
    );
    expect(shown.counts).toMatchObject({ ready: 1, unchanged: 1 });
  });

  test('whom the form does not mention stay, and are told; so is a leave', async () => {
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

  test('a preview is stale once the roster has changed', async () => {
    const { id } = await enrolled();
    const shown = await preview(api, manager, agreement.id, form({ ...KE, position: '东片主管' }));
    await change(admin, 'changeStaffMember', { memberId: id, position: '西片社工' });
    expect((await tryApply(manager, shown, PARTS)).userErrors).toMatchObject([{ code: 'STALE_PREVIEW' }]);
  });
});

test('the roster of 逢源, and what goes out of it, are as they are on record', async () => {
  const { id } = await demoAgreement(api, '逢源街');
  const path = `fujian-2.xlsx?from=2024-05-01&to=2024-12-31&agreement=${id}`;
  const { bytes } = await download(api, path, { token: admin.token });
  for (const body of [fixture('fujian2-fengyuan.xlsx'), bytes]) {
    const { counts, changes, faults } = await preview(api, manager, id, body);
    expect(changes.nodes).toEqual([]);
    expect(counts).toMatchObject({ ready: 0, unchanged: 27, faulty: 0 });
    const told = faults.nodes.filter(
      ({ code }) => !['TOTAL_DIFFERS', 'EXPERIENCE_NEEDS_DATE'].includes(code),
    );
    expect(told.filter(({ severity }) => severity !== 'NOTE')).toEqual([]);
  }
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
