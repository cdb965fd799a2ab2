import { newId } from '../../src/platform/ids';
import { type Attempt, GuardedDatabase } from './kit/attempts';
import type { ViewerName } from './kit/parties';
import type { Row } from './kit/rules';

/** What may be written in an agreement in each of its states, past all services: in A's agreement with P2. */
let database: GuardedDatabase;
let agreementId: string;
beforeAll(async () => {
  database = await GuardedDatabase.start();
  ({ agreementId } = database.fixture.agreements['A at S2']);
});
afterAll(async () => {
  await database.close();
});

const STATES = ['PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'VOID'] as const;
type State = (typeof STATES)[number];

/** Makes it so, past all guards. */
function inState(state: State): string {
  const isOver = !['PROPOSED', 'CONFIRMED'].includes(state);
  return `update core.agreement set state = '${state}', ended_by = ${isOver ? 'organisation_id' : 'null'},
    state_reason = ${isOver ? `'误'` : 'null'} where id = '${agreementId}'`;
}

const OPERATOR: ViewerName = 'operator A';
const PURCHASER: ViewerName = 'purchaser P2';
const BUREAU: ViewerName = 'district bureau D1';
const named = { position: 7, name: '新' };

/** Copies of a row that may be added to a confirmed agreement, or changes of it, by table and who makes them. */
const FIGURES: [table: string, by: ViewerName, addition: Row | string][] = [
  ['core.service_record', OPERATOR, { id: newId(), idempotency_key: 'april' }],
  ['core.service_record', OPERATOR, `voided_by_name = '陈'`],
  ['core.receipt', OPERATOR, { id: newId(), party: 'OPERATOR' }],
  ['core.receipt', PURCHASER, { id: newId(), party: 'PURCHASER' }],
  ['core.expenditure', OPERATOR, { id: newId(), party: 'OPERATOR' }],
  ['core.payment', PURCHASER, { id: newId(), party: 'PURCHASER' }],
  ['core.assessment', BUREAU, { id: newId(), kind: 'FINAL' }],
  ['core.assessment', BUREAU, `onsite_on = '2023-06-12'`],
  ['core.assessment_part', BUREAU, { part: 97, party: 'OTHER', name: '新' }],
  ['core.assessor_request', OPERATOR, { id: newId() }],
  ['core.assessment_score', PURCHASER, `score = 1, reason = '改'`],
  ['core.assessment_score', "the city's mentoring centre", `score = 1, reason = '改'`],
  ['core.assessment_score', 'assessor of A at S2', `score = 1, reason = '改'`],
  ['core.assessment_finding', OPERATOR, `response = '改'`],
  ['core.satisfaction_survey', OPERATOR, { id: newId() }],
  ['core.snapshot', OPERATOR, { id: newId() }],
  ['core.snapshot', BUREAU, { id: newId(), purpose: 'ASSESSMENT' }],
  ['core.remark', OPERATOR, { id: newId() }],
  ['core.imported_row', OPERATOR, 'revision = 7'],
  ['core.imported_row', OPERATOR, 'delete'],
  ['core.evaluation', OPERATOR, { id: newId(), party: 'OPERATOR', name: '新' }],
  ['core.evaluation', PURCHASER, { id: newId(), party: 'PURCHASER', name: '新' }],
  ['core.evaluation_item', OPERATOR, { id: newId(), ...named }],
  ['core.evaluation_score', OPERATOR, { revision: 7 }],
];
const PREPARATIONS: typeof FIGURES = [
  ['core.sheet_import', OPERATOR, { id: newId(), content: '\\x00', faults: [] }],
  ['core.import_name', OPERATOR, { text_key: '新' }],
  ['core.import_name', OPERATOR, 'delete'],
  ['core.budget', OPERATOR, { version: 7 }],
  ['core.budget_line', OPERATOR, { position: 7, category: '新' }],
  ['core.fiscal_budget', PURCHASER, { version: 7 }],
  ['core.funding_source', OPERATOR, { party: 'OPERATOR', version: 7 }],
  ['core.funding_source', PURCHASER, { party: 'PURCHASER', version: 7 }],
  ['core.staff_member', OPERATOR, { id: newId(), ordinal: 7, code: '新' }],
  ['core.staff_identity', OPERATOR, `name = '李'`],
  ['core.staff_spell', OPERATOR, { id: newId(), employed_from: '2024-03-01' }],
  ['core.staff_spell', OPERATOR, `employed_to = '2030-01-01'`],
  ['core.staff_spell', OPERATOR, 'delete'],
  ['core.staff_zones', OPERATOR, { position: 7 }],
  ['core.staff_certificate', OPERATOR, { level: 'SENIOR' }],
  ['core.staff_certificate', OPERATOR, 'delete'],
  ['core.staff_pay', OPERATOR, { month: '2024-02-01' }],
  ['core.staff_pay', OPERATOR, 'delete'],
];
const ALL = [...FIGURES, ...PREPARATIONS];

const titleOf = ([table, by, what]: (typeof ALL)[number]): string =>
  `${by}, ${table}: ${typeof what === 'string' ? what : 'a new one'}`;

async function attemptOf([table, by, what]: (typeof ALL)[number], state: State): Promise<Attempt> {
  const given = inState(state);
  if (what === 'delete')
    return { by, given, sql: [`delete from ${table} where agreement_id = '${agreementId}'`] };
  if (typeof what === 'string') {
    return { by, given, sql: [`update ${table} set ${what} where agreement_id = '${agreementId}'`] };
  }
  // A party copies what it wrote itself.
  const rows = await database.rows(table, `agreement_id = '${agreementId}'`);
  const party = 'party' in what ? what.party : 'OPERATOR';
  const isItsOwn = ({ organisation_id, acting_organisation_id: acting }: Row): boolean =>
    acting === undefined || acting === organisation_id;
  const row = rows.find((one) => (one.party === undefined || one.party === party) && isItsOwn(one))!;
  return { by, given, sql: [await database.copyOf(table, row, what)] };
}

async function outcomesIn(state: State, of: typeof ALL): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const one of of) outcomes[titleOf(one)] = await database.outcomeOf(await attemptOf(one, state));
  return outcomes;
}

const each = (of: typeof ALL, outcome: string): Record<string, string> =>
  Object.fromEntries(of.map((one) => [titleOf(one), outcome]));

test.each(STATES)('figures in an agreement that is %s', async (state) => {
  expect(await outcomesIn(state, FIGURES)).toEqual(
    each(FIGURES, state === 'CONFIRMED' ? 'done' : 'NOT_CONFIRMED'),
  );
});

test.each(STATES)('preparations in an agreement that is %s', async (state) => {
  const isOpen = ['PROPOSED', 'CONFIRMED'].includes(state);
  expect(await outcomesIn(state, PREPARATIONS)).toEqual(
    each(PREPARATIONS, isOpen ? 'done' : 'NOT_CONFIRMED'),
  );
});

test('every table whose rows need a state is tested', async () => {
  const { rows } = await database.fixture.behind(async (client) =>
    client.query<{ name: string }>(
      `select distinct tgrelid::regclass::text as name from pg_trigger
        where tgfoid = 'core.require_state'::regproc order by 1`,
    ),
  );
  const tested = [...new Set(ALL.map(([table]) => table)), 'core.amendment'].sort();
  expect(rows.map(({ name }) => name)).toEqual(tested);
});

test('each of them is written in a void agreement once its triggers are gone', async () => {
  for (const one of ALL) {
    const [table] = one;
    // A change of a spell is noted with its person, a score with its assessment.
    const breach = [...new Set([table, 'core.staff_member', 'core.assessment', 'core.assessment_part'])]
      .flatMap((of) =>
        ['new', 'changed', 'removed'].map(
          (event) => `drop trigger if exists agreement_of_${event}_rows on ${of}`,
        ),
      )
      .join('; ');
    const outcome = await database.outcomeOf(await attemptOf(one, 'VOID'), breach);
    expect([titleOf(one), outcome]).toEqual([titleOf(one), 'done']);
  }
});

test.each(['PROPOSED', 'DECLINED', 'WITHDRAWN'] as const)(
  'neither the mentoring centre nor an assessor reads a row of one that is %s',
  async (state) => {
    const { rows: tables } = await database.fixture.behind(async (client) =>
      client.query<{ name: string; column: string }>(
        `select c.oid::regclass::text as name, a.attname as column from pg_class c
           join pg_attribute a on a.attrelid = c.oid
            and a.attname = case c.relname when 'agreement' then 'id' when 'station_access' then 'organisation_id'
                                           else 'agreement_id' end
          where c.relnamespace = 'core'::regnamespace and c.relkind = 'r' order by 1`,
      ),
    );
    expect(tables.length).toBeGreaterThan(30);
    const { agreementId: id, organisationId } = database.fixture.agreements['C at S2'];
    const isOver = state !== 'PROPOSED';
    const given = isOver
      ? `update core.agreement set state = '${state}', ended_by = organisation_id, state_reason = '误' where id = '${id}'`
      : '';
    const seen: string[] = [];
    const filled: string[] = [];
    for (const { name, column } of tables) {
      const of = `from ${name} where ${column} = '${column === 'organisation_id' ? organisationId : id}'`;
      if ((await database.rows(name, of.slice(of.indexOf('where') + 6))).length > 0) filled.push(name);
      for (const by of [
        "the city's mentoring centre",
        'a mentoring centre of a district',
        'assessor of A at S2',
        'assessor of the others',
      ] as const) {
        const outcome = await database.outcomeOf({ by, given, sql: [`select 1 ${of}`] });
        if (!['nothing', '42501'].includes(outcome)) seen.push(`${by}: ${name}`);
      }
    }
    expect(seen).toEqual([]);
    expect(filled).toEqual(
      expect.arrayContaining([
        'core.agreement',
        'core.station_access',
        'core.target',
        'core.term',
        'core.budget',
        'core.staff_pay',
      ]),
    );
  },
);
