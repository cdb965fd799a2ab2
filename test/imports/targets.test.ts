import { MemberRole } from '../../src/access';
import { type Agreement, confirm, demoAgreement, newProposal, newStation } from '../api/support/agreements';
import { takeReasonedStep, takeStep } from '../api/support/amendments';
import { enrol } from '../api/support/people';
import { setTargets } from '../api/support/questions';
import { download } from '../export/support';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { fixture } from '../sheets/support/fengyuan';
import { apply, APPLY, importOf, preview, tryApply, undo, upload } from './support/imports';
import { changesIn, keptIn, notesIn, faultLinesIn } from './support/lines';

const PARTS = { parts: ['TARGETS'] };

let api: Api;
let admin: Client;
let street: Client;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});

/** 附件1 with the targets of three zones, and of all of them, for two indicators. */
const form = (files: string[], calls: string[], title = ''): string =>
  [
    `新站购买服务项目指标完成情况统计表${title}`,
    '片区,困难群众和特殊群体建档,,,红棉热线服务次数,,',
    ',协议量,完成量,百分比,协议量,完成量,百分比',
    ...['东片', '西片', '南片', '合计'].map(
      (zone, at) => `${zone},${files[at]},0,${percent(files[at])},${calls[at]},0,${percent(calls[at])}`,
    ),
  ].join('\n');
const percent = (target: string | undefined): string => (Number(target) > 0 ? '0%' : '/');

/** The targets in force, in short: 东片 CASE_FILE 600. */
async function targetsOf(client: Client, id: string): Promise<string[]> {
  const { agreement } = await client.get<{
    agreement: { targets: { zone: { name: string } | null; indicator: { code: string }; value: string }[] };
  }>('query($id: ID!) { agreement(id: $id) { targets { zone { name } indicator { code } value } } }', { id });
  return agreement.targets.map(
    ({ zone, indicator, value }) => `${zone?.name ?? '全站'} ${indicator.code} ${value}`,
  );
}

const FILES = { indicator: 'CASE_FILE', measure: 'FILES' };
const target = ({ terms: [term], zones }: Agreement, zone: number, value: string | null) => {
  return { ...FILES, termId: term!.id, zoneId: zones[zone]!.id, value };
};

async function amendmentsOf(client: Client, id: string) {
  const { agreement } = await client.get<{
    agreement: { amendments: { id: string; state: string; effectiveOn: string; reason: string }[] };
  }>('query($id: ID!) { agreement(id: $id) { amendments { id state effectiveOn reason } } }', { id });
  return agreement.amendments;
}

const FORM = form(['600', '500', '400', '1500'], ['/', '/', '/', '900']);
const WRITTEN = ['东片 CASE_FILE 600', '西片 CASE_FILE 500', '南片 CASE_FILE 400', '全站 HOTLINE 900'];

describe('a proposal', () => {
  test('gets the targets of a form, zone by zone, and in total where no zone has one', async () => {
    const { id } = await newProposal(api);
    const shown = await preview(api, admin, id, FORM);
    expect(shown.counts).toMatchObject({ ready: 4, unchanged: 4, faulty: 0 });
    expect(changesIn(shown)).toEqual([
      'B4 东片 · 建档 · 档案数 / → 600',
      'B5 西片 · 建档 · 档案数 / → 500',
      'B6 南片 · 建档 · 档案数 / → 400',
      'E7 红棉热线 · 服务次数 / → 900',
    ]);
    // The dry run has written nothing.
    expect(await targetsOf(admin, id)).toEqual([]);
    const applied = await apply(admin, shown, PARTS);
    expect(applied).toMatchObject({ state: 'APPLIED', receipt: { written: 4, skipped: 0 } });
    expect(changesIn(applied)).toEqual(changesIn(shown));
    expect((await targetsOf(admin, id)).sort()).toEqual([...WRITTEN].sort());
  });

  test('the same targets again change nothing', async () => {
    const { id } = await newProposal(api);
    await apply(admin, await preview(api, admin, id, FORM), PARTS);
    const again = await preview(api, admin, id, `${FORM}\n`);
    expect(again.counts).toMatchObject({ ready: 0, unchanged: 8 });
    expect((await tryApply(admin, again, PARTS)).userErrors).toMatchObject([{ code: 'NOTHING_TO_WRITE' }]);
  });

  test('a preview follows the targets', async () => {
    const proposal = await newProposal(api);
    const shown = await preview(api, admin, proposal.id, FORM);
    expect(await setTargets(admin, proposal.id, [target(proposal, 0, '600')])).toEqual([]);
    const now = await importOf(admin, shown.id);
    expect(changesIn(now)).toEqual(changesIn(shown).slice(1));
    expect(now.digest).not.toBe(shown.digest);
  });

  test('a preview is stale once a target has changed', async () => {
    const proposal = await newProposal(api);
    const shown = await preview(api, admin, proposal.id, FORM);
    expect(await setTargets(admin, proposal.id, [target(proposal, 0, '7')])).toEqual([]);
    expect((await tryApply(admin, shown, PARTS)).userErrors).toMatchObject([{ code: 'STALE_PREVIEW' }]);
  });

  test('what the form does not mention stays, and is reported', async () => {
    const proposal = await newProposal(api);
    const other = { ...target(proposal, 0, '30'), indicator: 'CASEWORK', measure: 'OPENED' };
    expect(await setTargets(admin, proposal.id, [other])).toEqual([]);
    const shown = await preview(api, admin, proposal.id, FORM);
    expect(notesIn(shown)).toEqual(['TARGETS_NOT_IN_FORM B4']);
    await apply(admin, shown, PARTS);
    expect((await targetsOf(admin, proposal.id)).sort()).toEqual([...WRITTEN, '东片 CASEWORK 30'].sort());
  });

  test('undone, targets are what they were, but for what somebody has touched since', async () => {
    const proposal = await newProposal(api);
    expect(await setTargets(admin, proposal.id, [target(proposal, 1, '450')])).toEqual([]);
    const applied = await apply(admin, await preview(api, admin, proposal.id, FORM), PARTS);
    expect(await setTargets(admin, proposal.id, [target(proposal, 0, '610')])).toEqual([]);
    const undone = await undo(admin, applied.id);
    expect(undone.state).toBe('UNDONE');
    expect(keptIn(undone)).toEqual(['B4 东片 · 建档 · 档案数 600 → 610']);
    expect((await targetsOf(admin, proposal.id)).sort()).toEqual(
      ['东片 CASE_FILE 610', '西片 CASE_FILE 450'].sort(),
    );
  });

  test('undone after it was confirmed, its targets are kept', async () => {
    const proposal = await newProposal(api);
    const applied = await apply(admin, await preview(api, admin, proposal.id, FORM), PARTS);
    await confirm(api, proposal);
    expect(keptIn(await undo(admin, applied.id))).toContain('B4 东片 · 建档 · 档案数 600 → 600');
    expect((await targetsOf(admin, proposal.id)).sort()).toEqual([...WRITTEN].sort());
  });

  test('of the other party is not changed: one fault says so', async () => {
    const { id } = await newProposal(api);
    await api.world.ownerQuery('update core.agreement set proposed_by = purchaser_id where id = $1', [id]);
    const shown = await preview(api, admin, id, FORM);
    expect(faultLinesIn(shown)).toEqual(['ERROR NOT_YOUR_PROPOSAL B4']);
    expect(shown.counts).toMatchObject({ ready: 0, faulty: 8 });
  });
});

describe('a confirmed agreement', () => {
  let agreement: Agreement;

  beforeEach(async () => {
    agreement = await newStation(api, { startsOn: '2024-01-01', endsOn: '2024-12-31' }, (own) => [
      target(own, 0, '600'),
      target(own, 1, '450'),
    ]);
  });

  test('gets an amendment, which is in force once the other party confirms it', async () => {
    const shown = await preview(api, admin, agreement.id, FORM);
    expect(changesIn(shown)).toEqual([
      'B5 西片 · 建档 · 档案数 450 → 500',
      'B6 南片 · 建档 · 档案数 / → 400',
      'E7 红棉热线 · 服务次数 / → 900',
    ]);
    expect(notesIn(shown)).toEqual(['TARGETS_BECOME_AMENDMENT B5']);
    expect(await amendmentsOf(street, agreement.id)).toEqual([]);
    await apply(admin, shown, PARTS);
    const [amendment, another] = await amendmentsOf(street, agreement.id);
    expect(another).toBeUndefined();
    // Its term is over: the targets of its last day are what changes.
    expect(amendment).toMatchObject({ state: 'PROPOSED', effectiveOn: '2024-12-31' });
    expect(amendment!.reason).toMatch(/^按 \d{4}-\d{2}-\d{2} 导入的附件1变更协议量。$/);
    expect((await targetsOf(admin, agreement.id)).sort()).toEqual(
      ['东片 CASE_FILE 600', '西片 CASE_FILE 450'].sort(),
    );
    await takeStep(street, 'confirmAmendment', amendment!.id);
    expect((await targetsOf(admin, agreement.id)).sort()).toEqual([...WRITTEN].sort());
  });

  test('what an open amendment proposes already is not proposed again, and nothing else beside it', async () => {
    await apply(admin, await preview(api, admin, agreement.id, FORM), PARTS);
    const again = await preview(api, admin, agreement.id, `${FORM}\n`);
    expect(again.counts).toMatchObject({ ready: 0, unchanged: 8 });
    expect(notesIn(again)).toEqual(['TARGET_PROPOSED B5', 'TARGET_PROPOSED B6', 'TARGET_PROPOSED E7']);
    const other = await preview(api, admin, agreement.id, FORM.replace('400', '410').replace('1500', '1510'));
    expect(faultLinesIn(other)).toEqual(['ERROR TARGET_PROPOSED_OTHERWISE B6']);
  });

  test('undone, an open amendment is withdrawn', async () => {
    const applied = await apply(admin, await preview(api, admin, agreement.id, FORM), PARTS);
    expect((await undo(admin, applied.id)).receipt).toMatchObject({ kept: [] });
    expect(await amendmentsOf(street, agreement.id)).toMatchObject([{ state: 'WITHDRAWN' }]);
  });

  test('undone, an amendment that was declined is left, and one that was confirmed is kept and reported', async () => {
    const declined = await apply(admin, await preview(api, admin, agreement.id, FORM), PARTS);
    const [first] = await amendmentsOf(street, agreement.id);
    await takeReasonedStep(street, 'declineAmendment', first!.id, '未协商');
    expect((await undo(admin, declined.id)).receipt).toMatchObject({ kept: [] });
    const applied = await apply(admin, await preview(api, admin, agreement.id, `${FORM}\n`), PARTS);
    const [second] = await amendmentsOf(street, agreement.id);
    await takeStep(street, 'confirmAmendment', second!.id);
    expect(keptIn(await undo(admin, applied.id))).toEqual([
      'B5 西片 · 建档 · 档案数 500 → 500',
      'B6 南片 · 建档 · 档案数 400 → 400',
      'E7 红棉热线 · 服务次数 900 → 900',
    ]);
    expect((await targetsOf(admin, agreement.id)).sort()).toEqual([...WRITTEN].sort());
  });

  test('a rule that refuses a target is a fault at its cell; the others are written where faulty rows are skipped', async () => {
    const whole = { ...target(agreement, 0, '300'), zoneId: null, indicator: 'HOTLINE', measure: 'CALLS' };
    const other = await newProposal(api);
    const own = { ...whole, termId: other.terms[0]!.id, projectId: other.projects[0]!.id };
    expect(await setTargets(admin, other.id, [own])).toEqual([]);
    const shown = await preview(api, admin, other.id, form(['6', '5', '4', '15'], ['3', '2', '1', '6']));
    expect(faultLinesIn(shown).sort()).toEqual([
      'ERROR TARGETS_MIX_PROJECTS E4',
      'ERROR TARGETS_MIX_PROJECTS E5',
      'ERROR TARGETS_MIX_PROJECTS E6',
      'ERROR TARGETS_MIX_ZONES E4',
      'ERROR TARGETS_MIX_ZONES E5',
      'ERROR TARGETS_MIX_ZONES E6',
    ]);
    expect(shown.counts).toMatchObject({ ready: 3, faulty: 3 });
    expect((await tryApply(admin, shown, PARTS)).userErrors).toMatchObject([{ code: 'FAULTY_ROWS' }]);
    await apply(admin, shown, { ...PARTS, skipFaultyRows: true });
    expect(await targetsOf(admin, other.id)).toHaveLength(4);
  });

  test('a form whose days are of no term is not written', async () => {
    const body = form(['1', '1', '1', '3'], ['/', '/', '/', '/'], ' 2023年1月至12月');
    const wrong = await preview(api, admin, agreement.id, body);
    expect(faultLinesIn(wrong)).toEqual(['ERROR PERIOD_OUTSIDE_TERMS B4']);
    expect(wrong.counts).toMatchObject({ ready: 0, faulty: 8 });
  });

  test('of several terms that are over, the form must say which it is of', async () => {
    const terms = [
      { name: '上半年', startsOn: '2024-01-01', endsOn: '2024-06-30' },
      { name: '下半年', startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ];
    const { id } = await newStation(api, { terms });
    const body = (title: string): string => form(['1', '1', '1', '3'], ['/', '/', '/', '/'], title);
    expect(faultLinesIn(await preview(api, admin, id, body('')))).toEqual(['ERROR TERM_UNCLEAR B4']);
    const shown = await preview(api, admin, id, body(' 2024年1月至6月'));
    expect(shown.counts).toMatchObject({ ready: 3, faulty: 0 });
    await apply(admin, shown, PARTS);
    expect(await amendmentsOf(street, id)).toMatchObject([{ effectiveOn: '2024-06-30' }]);
  });
});

test('what was given out says of which term and agreement it is, and comes in unchanged', async () => {
  const terms = [
    { name: '上半年', startsOn: '2024-01-01', endsOn: '2024-06-30' },
    { name: '下半年', startsOn: '2024-07-01', endsOn: '2024-12-31' },
  ];
  const agreement = await newStation(api, { terms }, (own) => [target(own, 0, '600')]);
  const path = `fujian-1.xlsx?agreement=${agreement.id}&term=${agreement.terms[0]!.id}`;
  const { bytes } = await download(api, path, { token: admin.token });
  const own = await preview(api, admin, agreement.id, bytes);
  expect([changesIn(own), faultLinesIn(own)]).toEqual([[], []]);
  const other = await newProposal(api);
  expect(faultLinesIn(await preview(api, admin, other.id, bytes))).toEqual([
    expect.stringMatching(/^WARNING OTHER_AGREEMENT /),
  ]);
});

describe('逢源', () => {
  test('the form of the office, and what goes out, change no target', async () => {
    const { id } = await demoAgreement(api, '逢源街');
    const { bytes } = await download(api, `fujian-1.xlsx?agreement=${id}`, { token: admin.token });
    for (const body of [fixture('fujian1-fengyuan.xlsx'), bytes]) {
      const { counts, changes, faults } = await preview(api, admin, id, body);
      expect(changes.nodes).toEqual([]);
      expect(counts).toMatchObject({ ready: 0, faulty: 0 });
      expect(faults.nodes.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    }
  });
});

test('an administrator alone brings targets, of an agreement of its own', async () => {
  const { id } = await newProposal(api);
  const body = form(['9', '9', '9', '27'], ['/', '/', '/', '/']);
  const manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'targets-manager@fengyuan.example');
  for (const [client, status] of [
    [manager, 403],
    [await api.as('worker@fengyuan.example'), 403],
    [street, 403],
    [await api.as('admin@datong.example'), 404],
  ] as const)
    expect((await upload(api, client, id, body)).status).toBe(status);
  const shown = await preview(api, admin, id, body);
  const input = { importId: shown.id, digest: shown.digest, ...PARTS };
  for (const [client, code] of [
    [manager, 'FORBIDDEN'],
    [await api.as('admin@datong.example'), 'NOT_FOUND'],
  ] as const) {
    const { errors } = await client.ask(APPLY, { input });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
  }
});
