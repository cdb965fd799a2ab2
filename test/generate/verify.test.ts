import { checkRollups, checkStates, lineOf, stateLineOf } from '../../src/verify';
import { startWorld, type World } from '../kit/world';

/** What the check says when what the triggers keep was changed past them. */
let world: World;
beforeAll(async () => {
  world = await startWorld('template_demo');
});
afterAll(async () => {
  await world.close();
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
])('a cell that %s (%s) is named, and nothing else', async (_, table, sql, line) => {
  const { ownerQuery, database } = world;
  await ownerQuery(`create table public.kept as table core.${table}`);
  await ownerQuery(sql);
  const { differences, count } = await checkRollups(database);
  await ownerQuery(
    `begin; delete from core.${table}; insert into core.${table} table public.kept; drop table public.kept; commit`,
  );

  expect(count).toBe(1);
  const pattern = line.replace(/[().]/g, '\\$&').replaceAll('\\.*', '.*');
  expect(differences.map(lineOf)).toEqual([
    expect.stringMatching(new RegExp(`^agreement [0-9a-f-]{36} term [0-9a-f-]{36} .*${pattern}`)),
  ]);
  expect(await checkRollups(database)).toMatchObject({ count: 0, differences: [] });
});

const FIRST = '(select a.id from core.agreement a order by a.id limit 1)';
const STATION = `(select a.station_id from core.agreement a where a.id = ${FIRST})`;

test.each([
  [
    'a term that counts otherwise than its agreement',
    `update core.term set confirmed = not confirmed where agreement_id = ${FIRST}`,
    /^agreement [0-9a-f-]{36} has a term that does not follow its state/,
  ],
  [
    'a station of a confirmed agreement that is not listed',
    `update core.station_access set listed = not listed where station_id = ${STATION}`,
    /^station [0-9a-f-]{36} has a confirmed agreement and is not in the directory/,
  ],
])('%s is named, and nothing else', async (_, sql, line) => {
  const { ownerQuery, database } = world;
  await ownerQuery(sql);
  const found = await checkStates(database);
  await ownerQuery(sql);
  expect(found.map(stateLineOf)).toEqual([expect.stringMatching(line)]);
  expect(await checkStates(database)).toEqual([]);
});

test('figures of an agreement that was never confirmed are named, and its station', async () => {
  const { ownerQuery, database } = world;
  const [ended, back] = [
    `state = 'DECLINED', state_reason = '退回', ended_by = proposed_by`,
    `state = 'CONFIRMED', state_reason = null, ended_by = null`,
  ];
  const put = async (to: string, confirmed: boolean): Promise<void> => {
    await ownerQuery(`begin; set local session_replication_role = replica;
      update core.agreement set ${to} where id = ${FIRST};
      update core.term set confirmed = ${String(confirmed)} where agreement_id = ${FIRST}; commit`);
  };
  await put(ended, false);
  const found = await checkStates(database);
  await put(back, true);
  expect(found.map(({ fault }) => fault)).toEqual(['FIGURES', 'LISTED']);
  expect(await checkStates(database)).toEqual([]);
});

test('two listed stations of one name in a district are named', async () => {
  const { ownerQuery, database } = world;
  const rename = async (from: string, to: string): Promise<void> => {
    await ownerQuery(`begin; set local session_replication_role = replica;
      update core.station_access set name = '${to}' where name = '${from}'; commit`);
  };
  const [one, other] = await ownerQuery<{ name: string }>(
    `select distinct s.name from core.station_access s where s.district_code = (
       select district_code from core.station_access group by 1 having count(distinct station_id) > 1 limit 1) order by 1 limit 2`,
  );
  await rename(other!.name, `${one!.name} `);
  const found = await checkStates(database);
  await rename(`${one!.name} `, other!.name);
  expect(found.map(({ fault }) => fault)).toEqual(['SAME_NAME', 'SAME_NAME']);
});
