import { buildProgram, type Program, type Run } from '../kit/program';
import { TEST_PASSWORD } from '../kit/settings';
import { startWorld, type World } from '../kit/world';
import { checksums, cityWorld } from './support';

/** `npm run generate` and `npm run verify` as they are run, on databases of their own. */
const OPTIONS = { operators: 5, stations: 6, records: 4000, seed: 7 };
/** Several processes one after the other, each with a start of its own: long on a busy machine. */
jest.setTimeout(120_000);

const ARGS = Object.entries(OPTIONS).flatMap(([name, value]) => [`--${name}`, String(value)]);

let program: Program;
/** What an undisturbed run of these options makes. */
let undisturbed: Record<string, string>;
beforeAll(async () => {
  program = buildProgram();
  const world = await cityWorld(OPTIONS);
  undisturbed = await checksums(world);
  await world.close();
});
afterAll(() => {
  program.remove();
});

const generate = (world: World, args = ARGS, settings: Record<string, string> = {}): Run =>
  program.run('generate', args, {
    DATABASE_URL: world.serverUrl,
    DATABASE_OWNER_URL: world.ownerUrl,
    DEMO_PASSWORD: TEST_PASSWORD,
    ...settings,
  });
const verify = (world: World): Run => program.run('verify', [], { DATABASE_URL: world.serverUrl });

async function recordsIn({ ownerQuery }: World): Promise<number> {
  const [row] = await ownerQuery<{ count: number }>('select count(*)::int as count from core.service_record');
  return row!.count;
}

describe('a city', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  test.each([
    ['told to stop', 'SIGINT', { code: 1, said: /^Stopped: the same command goes on from here.*$/m }],
    ['killed', 'SIGKILL', { code: null, said: /records 40 %/ }],
  ] as const)(
    'that is %s in the middle goes on to the same data when it is run again',
    async (_, signal, { code, said }) => {
      const first = generate(world);
      await first.shows(/records 40 %/);
      first.child.kill(signal);
      expect(await first.ended).toBe(code);
      expect(first.output()).toMatch(said);
      expect(await recordsIn(world)).toBeLessThan(OPTIONS.records);

      const second = generate(world);
      expect(await second.ended).toBe(0);
      expect(second.output()).toMatch(/Done in [\d.]+ s/);
      expect(second.output()).toContain(`password / 密码: ${TEST_PASSWORD}`);
      expect(await checksums(world)).toEqual(undisturbed);

      const third = generate(world);
      expect(await third.ended).toBe(0);
      expect(third.output()).toContain('This city stands already');
      expect(await checksums(world)).toEqual(undisturbed);
    },
  );

  test('that was begun with other options is refused in one line, and left as it is', async () => {
    const first = generate(world);
    await first.shows(/records \d0 %/);
    first.child.kill('SIGKILL');
    await first.ended;
    const before = await checksums(world);
    const other = generate(world, [...ARGS.slice(0, -1), '8']);
    expect(await other.ended).toBe(1);
    expect(other.output()).toMatch(/^The database holds something else than this city.*\n$/);
    expect(await checksums(world)).toEqual(before);
  });
});

test('the demo is refused in one line, and left as it is', async () => {
  const world = await startWorld('template_demo');
  try {
    const before = await checksums(world);
    const run = generate(world);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(
      /^The database holds something else than this city \(the demo stations.*\n$/,
    );
    expect(await checksums(world)).toEqual(before);
  } finally {
    await world.close();
  }
});

describe('npm run verify', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('template_demo');
  });
  afterAll(async () => {
    await world.close();
  });

  /** Changes what the triggers keep, past them, for as long as `work` takes. */
  async function tampered(sql: string, undo: string, work: () => Promise<void>): Promise<void> {
    await world.ownerQuery(sql);
    try {
      await work();
    } finally {
      await world.ownerQuery(undo);
    }
  }

  test('finds nothing on the demo, and says so in one line', async () => {
    const run = verify(world);
    expect(await run.ended).toBe(0);
    expect(run.output()).toMatch(/^\d+ records, \d+ cells of the rollups: no difference \([\d.]+ s\).*\n$/);
  });

  const CELL = `indicator_code = 'CASE_FILE' and zone_id is not null and completed = 765`;
  const TOTAL = `indicator_code = 'CASE_FILE' and term_id in (select term_id from core.completion_term where ${CELL})`;
  test.each([
    [
      'says too much',
      'completion_term',
      `update core.completion_term set completed = completed + 0.01 where ${CELL}`,
      'CASE_FILE FILES: rollup 765.01 (1 records), recount 765 (1 records)',
    ],
    [
      'counts a record too many',
      'completion_month',
      `update core.completion_month set records = records + 1 where ${CELL}`,
      'month 2024-12 zone .* CASE_FILE FILES: rollup 765 (2 records), recount 765 (1 records)',
    ],
    [
      'is missing',
      'completion_month',
      `delete from core.completion_month where ${CELL}`,
      'CASE_FILE FILES: rollup none, recount 765 (1 records)',
    ],
    [
      'is one too many',
      'completion_term',
      `insert into core.completion_term select organisation_id, agreement_id, station_id, purchaser_id, district_code, term_id, zone_id, project_id, 'NEEDS_SURVEY', 'SURVEYS', 3, 1 from core.completion_term where ${CELL}`,
      'NEEDS_SURVEY SURVEYS: rollup 3 (1 records), recount none',
    ],
    [
      'says too much over all zones',
      'completion_total',
      `update core.completion_total set completed = completed + 1 where ${TOTAL}`,
      'total CASE_FILE FILES: rollup .* records), recount ',
    ],
    [
      'says that more was asked',
      'completion_total',
      `update core.completion_total set target = target + 1 where ${TOTAL}`,
      'target CASE_FILE FILES: rollup .* targets), recount ',
    ],
  ])('names a cell that %s (%s), and ends with 1', async (_, table, sql, line) => {
    await world.ownerQuery(`create table public.kept as table core.${table}`);
    const undo = `begin; delete from core.${table}; insert into core.${table} table public.kept; drop table public.kept; commit`;
    await tampered(sql, undo, async () => {
      const run = verify(world);
      expect(await run.ended).toBe(1);
      const [difference, summary, ...more] = run.output().trimEnd().split('\n');
      expect(difference).toMatch(/^agreement [0-9a-f-]{36} term [0-9a-f-]{36} /);
      expect(difference).toMatch(new RegExp(line.replace(/[().]/g, '\\$&').replaceAll('\\.*', '.*')));
      expect(summary).toMatch(/cells of the rollups: 1 differ/);
      expect(more).toEqual([]);
    });
    expect(await verify(world).ended).toBe(0);
  });
});
