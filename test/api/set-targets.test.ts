import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  type Agreement,
  confirm,
  demoAgreement,
  newProposal,
  newStation,
  withdraw,
} from './support/agreements';
import { enrol } from './support/people';
import { codesAndPaths, completion, type NewTarget, SET_TARGETS, setTargets } from './support/questions';

/** The targets of a proposal: set, changed and removed, all of a call or nothing. */
let api: Api;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newProposal(api, {
    terms: [
      { name: '上', startsOn: '2024-01-01', endsOn: '2024-06-30' },
      { name: '下', startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ],
  });
});
afterEach(async () => {
  await withdraw(api, agreement);
});

function target(changes: Partial<NewTarget> = {}): NewTarget {
  return { termId: agreement.terms[0]!.id, indicator: 'HOTLINE', measure: 'CALLS', value: '100', ...changes };
}

const money = (value: string | number): NewTarget =>
  target({ indicator: 'RESOURCE_LINKED', measure: 'AMOUNT', value });
const zone = (at: number): { zoneId: string } => ({ zoneId: agreement.zones[at]!.id });
const project = (at: number): { projectId: string } => ({ projectId: agreement.projects[at]!.id });

async function set(...targets: NewTarget[]): Promise<string[]> {
  return codesAndPaths(await setTargets(admin, agreement.id, targets));
}

/** The stored targets: term, measure, zone, project, value. */
async function storedTargets(): Promise<string[]> {
  const rows = await api.world.ownerQuery<{ row: string }>(
    `select concat_ws(' ', m.name, t.indicator_code, coalesce(z.name, '-'), coalesce(p.name, '-'), t.value) as row
       from core.target t join core.term m on m.id = t.term_id
       left join core.zone z on z.id = t.zone_id left join core.project p on p.id = t.project_id
      where t.agreement_id = $1 order by 1`,
    [agreement.id],
  );
  return rows.map(({ row }) => row);
}

test('a target is set, changed, and removed by null; others stay unchanged', async () => {
  expect(
    await set(target(), target({ termId: agreement.terms[1]!.id, value: '7' }), money('60000.5')),
  ).toEqual([]);
  expect(await storedTargets()).toEqual([
    '上 HOTLINE - - 100.00',
    '上 RESOURCE_LINKED - - 60000.50',
    '下 HOTLINE - - 7.00',
  ]);
  expect(await set(target({ value: '250' }))).toEqual([]);
  expect(await storedTargets()).toEqual([
    '上 HOTLINE - - 250.00',
    '上 RESOURCE_LINKED - - 60000.50',
    '下 HOTLINE - - 7.00',
  ]);
  expect(await set(target({ value: null }))).toEqual([]);
  expect(await storedTargets()).toEqual(['上 RESOURCE_LINKED - - 60000.50', '下 HOTLINE - - 7.00']);
  expect(await set(target({ value: null }))).toEqual([]);
});

test('the table shows a target in its zone and its project, a removed one nowhere', async () => {
  expect(
    await set(
      target({ ...zone(0), ...project(1), value: 30 }),
      target({ ...zone(2), ...project(1), value: '12' }),
    ),
  ).toEqual([]);
  const termId = agreement.terms[0]!.id;
  const [row] = (await completion(admin, agreement.id, { termId })).rows;
  expect(row!.total).toEqual({ target: '42', completed: '0', percent: '0.00' });
  expect(row!.byZone.map((part) => part.target)).toEqual(['30', null, '12']);
  expect(row!.byProject.map((part) => part.target)).toEqual([null, '42', null, null, null]);
  await set(
    target({ ...zone(0), ...project(1), value: null }),
    target({ ...zone(2), ...project(1), value: null }),
  );
  expect((await completion(admin, agreement.id, { termId })).rows).toEqual([]);
});

test('zero is a target and not its removal', async () => {
  await set(target({ value: '0' }));
  const [row] = (await completion(admin, agreement.id, { termId: agreement.terms[0]!.id })).rows;
  expect(row!.total).toEqual({ target: '0', completed: '0', percent: null });
});

describe('refused, with nothing of the call stored:', () => {
  const cases: [string, () => NewTarget[], string[]][] = [
    ['more than a thousand', () => Array.from({ length: 1000 }, () => target()), ['TOO_MANY targets']],
    ['an unknown term', () => [target({ termId: newId() })], ['TERM_NOT_FOUND targets.0.termId']],
    ['a term of no form', () => [target({ termId: 'x' })], ['TERM_NOT_FOUND targets.0.termId']],
    ['an unknown zone', () => [target({ zoneId: newId() })], ['ZONE_NOT_FOUND targets.0.zoneId']],
    ['an unknown project', () => [target({ projectId: 'x' })], ['PROJECT_NOT_FOUND targets.0.projectId']],
    [
      'a point for a zone',
      () => [target({ zoneId: agreement.points[0]!.id })],
      ['ZONE_NOT_FOUND targets.0.zoneId'],
    ],
    [
      'an unknown indicator',
      () => [target({ indicator: 'HOT LINE' })],
      ['UNKNOWN_INDICATOR targets.0.indicator'],
    ],
    [
      'an indicator in small letters',
      () => [target({ indicator: 'hotline' })],
      ['UNKNOWN_INDICATOR targets.0.indicator'],
    ],
    ['an unknown measure', () => [target({ measure: 'RINGS' })], ['UNKNOWN_MEASURE targets.0.measure']],
    [
      'a measure of another indicator',
      () => [target({ measure: 'VISITS' })],
      ['MEASURE_OF_OTHER_INDICATOR targets.0.measure'],
    ],
    ['less than nothing', () => [target({ value: -1 })], ['NEGATIVE_QUANTITY targets.0.value']],
    ['half a call', () => [target({ value: '0.5' })], ['TOO_MANY_DECIMALS targets.0.value']],
    ['a tenth of a cent', () => [money('0.001')], ['TOO_MANY_DECIMALS targets.0.value']],
    ['more than 10^9', () => [target({ value: '1000000001' })], ['QUANTITY_TOO_LARGE targets.0.value']],
    ['one twice', () => [target(), target({ value: '5' })], ['TARGET_TWICE targets.1']],
    ['one set and removed', () => [target(), target({ value: null })], ['TARGET_TWICE targets.1']],
    [
      'one with a zone, one without',
      () => [target(zone(0)), target()],
      ['TARGETS_MIX_ZONES targets.0.zoneId', 'TARGETS_MIX_ZONES targets.1.zoneId'],
    ],
    [
      'one with a project, one without',
      () => [target(), target(project(0))],
      ['TARGETS_MIX_PROJECTS targets.0.projectId', 'TARGETS_MIX_PROJECTS targets.1.projectId'],
    ],
    [
      'several faults of several rows',
      () => [target({ value: -1, measure: 'X' }), target(), target({ termId: 'x', value: '0.1' })],
      [
        'UNKNOWN_MEASURE targets.0.measure',
        'TERM_NOT_FOUND targets.2.termId',
        'TOO_MANY_DECIMALS targets.2.value',
      ],
    ],
  ];

  it.each(cases)('%s', async (_, targets, expected) => {
    const stored = target({
      termId: agreement.terms[1]!.id,
      indicator: 'CASE_FILE',
      measure: 'FILES',
      value: '1',
    });
    await set(stored);
    // A valid target is in the same call, to be refused with the others.
    expect(await set(...targets(), { ...stored, value: '2' })).toEqual(expected);
    expect(await storedTargets()).toEqual(['下 CASE_FILE - - 1.00']);
  });
});

test('a call without targets is refused', async () => {
  expect(await set()).toEqual(['TOO_FEW targets']);
});

test('a mixed call is validated against the targets before and after it', async () => {
  await set(target(zone(0)));
  expect(await set(target())).toEqual(['TARGETS_MIX_ZONES targets.0.zoneId']);
  expect(await set(target({ ...zone(1), ...project(0) }))).toEqual([
    'TARGETS_MIX_PROJECTS targets.0.projectId',
  ]);
  expect(await set(target({ termId: agreement.terms[1]!.id }))).toEqual([]);
  expect(await set(target({ ...zone(0), value: null }), target())).toEqual([]);
  expect(await storedTargets()).toEqual(['上 HOTLINE - - 100.00', '下 HOTLINE - - 100.00']);
});

test.each([1, 2, 3])('two concurrent callers do not mix zones together (%i)', async () => {
  const answers = await Promise.all([
    set(target(zone(0))),
    set(target()),
    set(target(zone(1))),
    set(target()),
  ]);
  const accepted = [answers[0].length + answers[2].length === 0, answers[1].length + answers[3].length === 0];
  expect(accepted.filter(Boolean)).toHaveLength(1);
  const zones = (await storedTargets()).map((row) => row.split(' ')[2] === '-');
  expect(new Set(zones).size).toBe(1);
});

test('of two concurrent values of one target one is stored', async () => {
  const values = ['1', '2', '3', '4', '5'];
  const answers = await Promise.all(values.map(async (value) => set(target({ value }))));
  expect(answers.flat()).toEqual([]);
  const [row, another] = await storedTargets();
  expect(another).toBeUndefined();
  expect(values.map((value) => `上 HOTLINE - - ${value}.00`)).toContain(row);
});

test('terms, zones and projects of another own agreement are refused', async () => {
  const other = await newStation(api);
  expect(
    await set(
      target({ termId: other.terms[0]!.id }),
      target({ zoneId: other.zones[0]!.id }),
      target({ projectId: other.projects[0]!.id }),
    ),
  ).toEqual([
    'TERM_NOT_FOUND targets.0.termId',
    'ZONE_NOT_FOUND targets.1.zoneId',
    'PROJECT_NOT_FOUND targets.2.projectId',
  ]);
});

test('a foreign zone is answered as an unknown one', async () => {
  const foreign = await demoAgreement(api, '中南街');
  const answers = await Promise.all(
    [foreign.terms[0]!.id, newId()].map(async (termId) =>
      setTargets(admin, agreement.id, [target({ termId })]),
    ),
  );
  expect(answers[0]).toEqual(answers[1]);
});

test('only administrators of those who may propose set targets, and only of their own proposal', async () => {
  const manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'manager@fengyuan-targets.example');
  const others = ['worker@fengyuan', 'admin@mentoring-centre', 'admin@assessor', 'admin@platform'];
  for (const client of [
    manager,
    ...(await Promise.all(others.map(async (name) => api.as(`${name}.example`)))),
  ]) {
    const { errors } = await client.ask(SET_TARGETS, {
      input: { agreementId: agreement.id, targets: [target()] },
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  }
  for (const name of ['admin@fengyuan-street', 'admin@liwan-bureau', 'admin@guangzhou-bureau']) {
    const errors = await setTargets(await api.as(`${name}.example`), agreement.id, [target()]);
    expect(codesAndPaths(errors)).toEqual(['NOT_YOUR_PROPOSAL agreementId']);
  }
  expect(await storedTargets()).toEqual([]);
});

test('once the agreement is confirmed no one sets targets, and it is said what to do instead', async () => {
  await set(target());
  await confirm(api, agreement);
  for (const name of [
    'admin@fengyuan',
    'admin@fengyuan-street',
    'admin@liwan-bureau',
    'admin@guangzhou-bureau',
  ]) {
    const client = await api.as(`${name}.example`);
    expect(await setTargets(client, agreement.id, [target({ value: '2' })])).toEqual([
      {
        code: 'AGREEMENT_CONFIRMED',
        path: ['agreementId'],
        message:
          'The agreement is confirmed and cannot be changed directly. Please propose an amendment instead.',
      },
    ]);
  }
  expect(await storedTargets()).toEqual(['上 HOTLINE - - 100.00']);
});
