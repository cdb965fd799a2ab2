import { dayAt, dayOf } from '../../src/platform/calendar';
import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, demoAgreement, newStation } from './support/agreements';
import {
  COMPLETION,
  completion,
  type NewRecord,
  type NewTarget,
  record,
  type Table,
} from './support/questions';

/** The arguments of a completion table, and the form of its figures. */
let api: TestApi;
let admin: Client;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

async function refusal(client: Client, variables: Record<string, unknown>): Promise<string[]> {
  const { data, errors } = await client.ask(COMPLETION, variables);
  expect(data?.agreement ?? null).toBeNull();
  return errors.map(({ extensions }) => String(extensions?.code));
}

test('an agreement of one term needs no termId; one of several is refused without it, with what to do', async () => {
  const one = await demoAgreement(api, '逢源街');
  expect((await completion(admin, one.id)).term).toEqual({ id: one.terms[0]!.id, name: '年度' });

  const several = await demoAgreement(api, '中南街');
  const datong = await api.as('admin@datong.example');
  const { errors } = await datong.ask(COMPLETION, { id: several.id });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors[0]!.message).toContain('termId');
  // A range within one of them needs no term.
  expect(await refusal(datong, { id: several.id, from: '2022-01-01', to: '2022-01-31' })).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('a term of another agreement is answered as an unknown or malformed one', async () => {
  const own = await demoAgreement(api, '逢源街');
  const foreign = await demoAgreement(api, '中南街');
  const mine = await newStation(api);
  const answers = new Set<string>();
  for (const termId of [foreign.terms[0]!.id, mine.terms[0]!.id, own.zones[0]!.id, newId(), 'x']) {
    const { text } = await admin.ask(COMPLETION, { id: own.id, termId });
    answers.add(text.replaceAll(`\\"${termId}\\"`, '<id>'));
  }
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toContain('NOT_FOUND');
});

test.each([
  ['from alone runs to the end of the term', { from: '2025-01-01' }, ['2025-01-01', '2025-04-30'], '100.00'],
  ['to alone begins with the term', { to: '2024-05-31' }, ['2024-05-01', '2024-05-31'], '8.49'],
  [
    'the whole by name is the whole',
    { from: '2024-05-01', to: '2025-04-30' },
    ['2024-05-01', '2025-04-30'],
    '100.00',
  ],
  [
    'by one day, 245 of 365 are over',
    { from: '2024-12-31', to: '2024-12-31' },
    ['2024-12-31', '2024-12-31'],
    '67.12',
  ],
])('%s', async (_, range, [from, to], progress) => {
  const { id } = await demoAgreement(api, '逢源街');
  const table = await completion(admin, id, range);
  expect([table.from, table.to, table.timeProgressPercent]).toEqual([from, to, progress]);
});

describe('time progress', () => {
  let running: Agreement;
  const today = (): string => dayOf(api.clock.now());
  beforeAll(async () => {
    const at = (n: number): string => dayAt(today(), n + 1);
    running = await newStation(api, {
      startsOn: at(-300),
      endsOn: at(300),
      terms: [
        { name: '已过', startsOn: at(-300), endsOn: at(-100) },
        { name: '进行', startsOn: at(-99), endsOn: at(100) },
        { name: '未到', startsOn: at(101), endsOn: at(300) },
      ],
    });
    const quantities = [{ measure: 'CALLS', value: '3' }];
    await record(admin, running.id, [{ indicator: 'HOTLINE', occurredOn: today(), quantities }]);
  });
  const ask = async (term: number, range: { from?: string; to?: string } = {}): Promise<string[]> => {
    const table = await completion(admin, running.id, { termId: running.terms[term]!.id, ...range });
    return [table.to, table.timeProgressPercent, ...table.rows.map(({ total }) => total.completed)];
  };

  it('is the elapsed share of a running term today, without a last day', async () => {
    expect(await ask(1)).toEqual([today(), '50.00', '3']);
    expect(await ask(1, { from: today() })).toEqual([today(), '50.00', '3']);
  });

  it('is the share elapsed by the requested last day, for any first day', async () => {
    const { startsOn, endsOn } = running.terms[1]!;
    expect(await ask(1, { to: startsOn })).toEqual([startsOn, '0.50']);
    expect(await ask(1, { from: endsOn, to: endsOn })).toEqual([endsOn, '100.00']);
    expect(await ask(1, { to: dayAt(today(), 2) })).toEqual([dayAt(today(), 2), '50.50', '3']);
  });

  it('is 100 for a past term, and 0 for a future one', async () => {
    expect(await ask(0)).toEqual([running.terms[0]!.endsOn, '100.00']);
    expect(await ask(2)).toEqual([running.terms[2]!.endsOn, '0.00']);
  });

  it('takes no extra statement, and a table up to today is read from the rollup of the term', async () => {
    const key = await api.world.ownerQuery<{ row: string }>(
      'delete from core.completion_month where agreement_id = $1 returning term_id as row',
      [running.id],
    );
    expect(key).toHaveLength(1);
    const count = (): number => api.statements().get('completion.table') ?? 0;
    const before = count();
    expect(await ask(1)).toEqual([today(), '50.00', '3']);
    expect(count() - before).toBe(1);
  });
});

test.each(['2023-02-29', '2024-1-1', 'today', ''])('%j is no day', async (from) => {
  const { id } = await demoAgreement(api, '逢源街');
  const { data, errors } = await admin.ask(COMPLETION, { id, from });
  expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([null, ['BAD_USER_INPUT']]);
});

describe('a made-up table', () => {
  let agreement: Agreement;
  let table: Table;
  beforeAll(async () => {
    const target = (indicator: string, measure: string, value: string, zone: number | null = null) => ({
      indicator,
      measure,
      value,
      zone,
    });
    const targets = [
      target('HOTLINE', 'CALLS', '3', 0),
      target('HOTLINE', 'CALLS', '4', 2),
      target('RESOURCE_LINKED', 'AMOUNT', '800'),
      target('PROFESSIONAL_TRAINING', 'HOURS', '40.50'),
      target('TYPICAL_CASE', 'CASES', '0'),
      target('CASE_FILE', 'FILES', '600'),
    ];
    agreement = await newStation(api, {}, (proposal) =>
      targets.map(({ zone, ...of }): NewTarget => {
        const zoneId = zone === null ? null : proposal.zones[zone]!.id;
        return { termId: proposal.terms[0]!.id, zoneId, ...of };
      }),
    );
    const { zones, projects } = agreement;
    const done = (
      indicator: string,
      measure: string,
      value: string,
      zone: number | null = null,
      project: number | null = null,
    ): NewRecord => ({
      indicator,
      occurredOn: '2024-05-05',
      quantities: [{ measure, value }],
      zoneId: zone === null ? null : zones[zone]!.id,
      projectId: project === null ? null : projects[project]!.id,
    });
    await record(admin, agreement.id, [
      done('HOTLINE', 'CALLS', '1', 0, 0),
      done('HOTLINE', 'CALLS', '2', 1),
      done('HOTLINE', 'CALLS', '1', null, 4),
      done('RESOURCE_LINKED', 'AMOUNT', '0.5'),
      done('RESOURCE_LINKED', 'AMOUNT', '0.50'),
      done('PROFESSIONAL_TRAINING', 'HOURS', '1.5'),
      done('PROFESSIONAL_TRAINING', 'HOURS', '1.50', 2),
      done('TYPICAL_CASE', 'CASES', '2'),
      done('GROUPWORK', 'GROUPS', '10', 1),
    ]);
    table = await completion(admin, agreement.id);
  });

  const row = (code: string): Table['rows'][number] =>
    table.rows.find(({ indicator }) => indicator.code === code)!;

  test('has its rows in catalogue order, one for every measure with a target or a record', () => {
    expect(table.rows.map(({ indicator, measure }) => `${indicator.code}.${measure.code}`)).toEqual([
      'CASE_FILE.FILES',
      'HOTLINE.CALLS',
      'GROUPWORK.GROUPS',
      'RESOURCE_LINKED.AMOUNT',
      'TYPICAL_CASE.CASES',
      'PROFESSIONAL_TRAINING.HOURS',
    ]);
  });

  test('counts in the total records without zone, and those in a zone without target', () => {
    expect(row('HOTLINE').total).toEqual({ target: '7', completed: '4', percent: '57.14' });
    expect(row('HOTLINE').byZone).toEqual([
      { zone: { name: '东片' }, target: '3', completed: '1', percent: '33.33' },
      { zone: { name: '西片' }, target: null, completed: '2', percent: null },
      { zone: { name: '南片' }, target: '4', completed: '0', percent: '0.00' },
    ]);
    expect(row('HOTLINE').byProject.map(({ completed, target }) => [completed, target])).toEqual([
      ['1', null],
      ['0', null],
      ['0', null],
      ['0', null],
      ['1', null],
    ]);
  });

  test('writes money with two decimals everywhere', () => {
    // 1.00 of 800.00 is 0.125 %, and half goes up.
    expect(row('RESOURCE_LINKED').total).toEqual({ target: '800.00', completed: '1.00', percent: '0.13' });
    expect(row('RESOURCE_LINKED').byZone[0]).toEqual({
      zone: { name: '东片' },
      target: null,
      completed: '0.00',
      percent: null,
    });
  });

  test('writes hours and counts without trailing zeros', () => {
    expect(row('PROFESSIONAL_TRAINING').total).toEqual({ target: '40.5', completed: '3', percent: '7.41' });
    expect(row('PROFESSIONAL_TRAINING').byZone[2]!.completed).toBe('1.5');
    expect(row('GROUPWORK').total).toEqual({ target: null, completed: '10', percent: null });
    expect(row('CASE_FILE').total).toEqual({ target: '600', completed: '0', percent: '0.00' });
  });

  test('distinguishes a target of zero from none', () => {
    expect(row('TYPICAL_CASE').total).toEqual({ target: '0', completed: '2', percent: null });
  });
});

test('a term without targets and records is an empty table with its zones', async () => {
  const { id } = await newStation(api);
  const table = await completion(admin, id);
  expect([table.rows, table.zones]).toEqual([[], [{ name: '东片' }, { name: '西片' }, { name: '南片' }]]);
});
