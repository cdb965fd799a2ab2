import { Client } from 'pg';
import { planCity } from '../../src/generate';
import { type Result, runHere, type Run, startCommand } from '../kit/program';
import { TEST_PASSWORD } from '../kit/settings';
import { startWorld, type World } from '../kit/world';
import { checksums, cityWorld } from '../generate/support';

/** `npm run generate` and `npm run verify` on databases of their own: in a process, or in this one where that is not the subject. */
const OPTIONS = { operators: 5, stations: 5, records: 1000, seed: 7 };
/** Several processes one after the other, each with a start of its own: long on a busy machine. */
jest.setTimeout(240_000);

const ARGS = Object.entries(OPTIONS).flatMap(([name, value]) => [`--${name}`, String(value)]);

/** What an undisturbed run of these options makes. */
let undisturbed: Record<string, string>;
beforeAll(async () => {
  const world = await cityWorld(OPTIONS);
  undisturbed = await checksums(world);
  await world.close();
});

const settingsOf = (world: World): Record<string, string> => ({
  DATABASE_URL: world.serverUrl,
  DATABASE_OWNER_URL: world.ownerUrl,
  DEMO_PASSWORD: TEST_PASSWORD,
});
const generate = (world: World): Run => startCommand('generate', ARGS, settingsOf(world));
const generateHere = async (world: World, args = ARGS): Promise<Result> =>
  runHere('generate', args, settingsOf(world));

async function recordsIn({ ownerQuery }: World): Promise<number> {
  const [row] = await ownerQuery<{ count: number }>('select count(*)::int as count from core.service_record');
  return row!.count;
}

/** A run that gets the signal in the middle: the last operator's agreements wait in the database until it has it. */
async function interrupted(world: World, signal: NodeJS.Signals): Promise<Run> {
  const last = planCity(OPTIONS).operators.at(-1)!;
  await world.ownerQuery(`
    create table public.gate as select 1 as row;
    grant select, update on public.gate to public;
    create function public.wait_for_test() returns trigger language plpgsql as
      $$ begin perform from public.gate for share; return new; end $$;
    create trigger wait_for_test before insert on core.budget for each row
      when (new.organisation_id = '${last.id}') execute function public.wait_for_test()`);
  const holder = new Client({ connectionString: world.ownerUrl });
  await holder.connect();
  await holder.query('begin; select from public.gate for update');
  const run = generate(world);
  try {
    await run.shows(/records \d0 %/);
    run.child.kill(signal);
  } finally {
    await holder.end();
  }
  await run.ended;
  // Waits for what the run may have left in the middle of a transaction.
  await world.ownerQuery('drop function public.wait_for_test cascade; drop table public.gate');
  return run;
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
    ['interrupted', 'SIGINT', { code: 1, said: /^Stopped: the same command goes on from here.*$/m }],
    ['killed', 'SIGKILL', { code: null, said: /records \d0 %/ }],
  ] as const)(
    'that is %s in the middle goes on to the same data when it is run again',
    async (_, signal, { code, said }) => {
      const first = await interrupted(world, signal);
      expect(await first.ended).toBe(code);
      expect(first.output()).toMatch(said);
      expect(await recordsIn(world)).toBeLessThan(OPTIONS.records);

      const second = signal === 'SIGINT' ? generate(world) : undefined;
      const resumed = second ? { code: await second.ended, ...second.written } : await generateHere(world);
      expect(resumed.code).toBe(0);
      expect(resumed.stdout).toMatch(/Done in [\d.]+ s/);
      expect(resumed.stdout).toContain(`password / 密码: ${TEST_PASSWORD}`);
      expect(await checksums(world)).toEqual(undisturbed);

      const third = await generateHere(world);
      expect(third.code).toBe(0);
      expect(third.stdout).toContain('This city exists already');
      expect(await checksums(world)).toEqual(undisturbed);
    },
  );

  test('that was begun with other options is refused in one line, and left as it is', async () => {
    await interrupted(world, 'SIGKILL');
    const before = await checksums(world);
    const other = await generateHere(world, [...ARGS.slice(0, -1), '8']);
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toMatch(/^The database holds something else than this city.*\n$/);
    expect(await checksums(world)).toEqual(before);
  });
});

test('the demo is refused in one line, and left as it is', async () => {
  const world = await startWorld('template_demo');
  try {
    const before = await checksums(world);
    const refused = await generateHere(world);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^The database holds something else than this city \(the demo stations.*\n$/,
    );
    expect(await checksums(world)).toEqual(before);
  } finally {
    await world.close();
  }
});

test('npm run verify finds nothing on the demo; a cell that says too much it names, and ends with 1', async () => {
  const world = await startWorld('template_demo');
  try {
    const settings = { DATABASE_URL: world.serverUrl };
    const right = await runHere('verify', [], settings);
    expect(right.code).toBe(0);
    expect(right.stdout).toMatch(/^\d+ records, \d+ cells of the rollups: no difference \([\d.]+ s\).*\n$/);

    await world.ownerQuery(`update core.completion_term set completed = completed + 0.01
      where indicator_code = 'CASE_FILE' and zone_id is not null and completed = 765`);
    const wrong = startCommand('verify', [], settings);
    expect(await wrong.ended).toBe(1);
    const [difference, summary, ...more] = wrong.output().trimEnd().split('\n');
    expect(difference).toContain('CASE_FILE FILES: rollup 765.01 (1 records), recount 765 (1 records)');
    expect(summary).toMatch(/cells of the rollups: 1 differ/);
    expect(more).toEqual([]);
  } finally {
    await world.close();
  }
});
