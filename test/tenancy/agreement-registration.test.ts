import { newId } from '../../src/platform/ids';
import { GuardedDatabase } from './kit/attempts';
import { type ExpectedAttempt, verdictsOf, write } from './kit/agreement-writes';
import { PROPOSED, type ViewerName } from './kit/parties';
import type { Row } from './kit/rules';

/** Who registers what, past all services: C and P2, in D1. */
let database: GuardedDatabase;
let attempts: Record<string, ExpectedAttempt>;
beforeAll(async () => {
  database = await GuardedDatabase.start();
  attempts = await allAttempts();
});
afterAll(async () => {
  await database.close();
});

/** Every attempt with its outcome, by name. */
async function allAttempts(): Promise<typeof attempts> {
  const { C, P1, P2, D1, D2 } = database.fixture.parties;
  const proposal = database.fixture.agreements[PROPOSED];
  const [row] = await database.rows('core.agreement', `id = '${proposal.agreementId}'`);
  const fresh = { id: newId(), registered_at: 'now', state: 'PROPOSED', proposed_by: C };
  const register = async (by: ViewerName, changes: Row, is: string, given = ''): Promise<ExpectedAttempt> => {
    const sql = [await database.copyOf('core.agreement', row!, { ...fresh, ...changes })];
    return write(by, sql, is, given);
  };
  const copies = async (count: number): Promise<string> =>
    (
      await Promise.all(
        Array.from({ length: count }, async () =>
          database.copyOf('core.agreement', row!, { ...fresh, id: newId() }),
        ),
      )
    ).join('; ');
  const [access] = await database.rows('core.station_access', `organisation_id = '${C}'`);
  const twin = newId();
  const ofTwin = [
    `insert into core.station (id, district_code, name, street)
     select '${twin}', district_code, name, street from core.station where id = '${proposal.stationId}'`,
    await database.copyOf('core.station_access', access!, { station_id: twin }),
  ].join('; ');

  return {
    'a party proposes': await register('operator C', {}, 'done'),
    'a purchaser proposes': await register('purchaser P2', { proposed_by: P2 }, 'done'),
    'an operator registers a confirmed one': await register('operator C', { state: 'CONFIRMED' }, '42501'),
    'a purchaser registers a confirmed one': await register(
      'purchaser P2',
      { state: 'CONFIRMED', proposed_by: P2 },
      '42501',
    ),
    'a bureau registers a confirmed one': await register(
      'district bureau D1',
      { state: 'CONFIRMED', proposed_by: D1 },
      'done',
    ),
    'a bureau registers one as void': await register(
      'district bureau D1',
      { state: 'VOID', proposed_by: D1, ended_by: D1, state_reason: '误' },
      '42501',
    ),
    'a bureau of another district registers': await register(
      'district bureau D2',
      { state: 'CONFIRMED', proposed_by: D2 },
      '42501',
    ),
    'another street registers': await register('purchaser P1', { proposed_by: P1 }, '42501'),
    "a bureau's worker registers": await register(
      'a worker of D1 limited to S2',
      { state: 'CONFIRMED', proposed_by: D1 },
      '42501',
    ),
    "a street's worker proposes": await register(
      'a worker of P2 limited to S2',
      { proposed_by: P2 },
      '42501',
    ),
    'a party proposes in the name of the other': await register('operator C', { proposed_by: P2 }, '42501'),
    'a party confirms for the other as it proposes': await register(
      'operator C',
      { purchaser_confirmed_at: 'now' },
      '42501',
    ),
    'a party dates its proposal': await register('operator C', { registered_at: '2024-01-01' }, '42501'),
    'a 20th open proposal': await register('operator C', {}, 'done', await copies(18)),
    'a 21st open proposal': await register('operator C', {}, 'TOO_MANY_PROPOSALS', await copies(19)),
    'a station with a name that is taken': await register(
      'district bureau D1',
      { state: 'CONFIRMED', proposed_by: D1, station_id: twin },
      '23505',
      ofTwin,
    ),
    'a proposal for a name that is taken': await register(
      'operator C',
      { station_id: twin },
      '23505',
      ofTwin,
    ),

    'a party reserves a name': write(
      'operator C',
      [`insert into core.station_name values ('${twin}', '440103', '新名')`],
      '42501',
      `insert into core.station (id, district_code, name, street) values ('${twin}', '440103', '新名', '街')`,
    ),
    'a party reads whose name is taken': write(
      'operator C',
      ['select station_id from core.station_name'],
      'nothing',
    ),
    'a party lists its station': write(
      'operator C',
      ['update core.station_access set listed = true'],
      'nothing',
    ),
    'a party adds a listed station': write(
      'operator C',
      [await database.copyOf('core.station_access', access!, { purchaser_id: P1, listed: true })],
      '42501',
    ),
    'a party writes the history of an agreement': write(
      'operator C',
      [
        `insert into core.agreement_event (organisation_id, agreement_id, station_id, purchaser_id, district_code,
            step, revision, acting_id)
         select organisation_id, id, station_id, purchaser_id, district_code, 'CONFIRMED', 1, purchaser_id
           from core.agreement`,
      ],
      '42501',
    ),
  };
}

test('each registration is for whom it is for, past all services', async () => {
  expect(await database.outcomesOf(attempts)).toEqual(verdictsOf(attempts));
});

test.each([
  ['drop policy party_proposes on core.agreement', 'an operator registers a confirmed one'],
  ['drop policy party_proposes on core.agreement', 'a party dates its proposal'],
  ['drop policy bureau_registers on core.agreement', "a bureau's worker registers"],
  ['drop policy insert_by_trigger on core.agreement_event', 'a party writes the history of an agreement'],
  ['drop policy listed_by_trigger on core.station_access', 'a party lists its station'],
  ['drop policy added_unlisted on core.station_access', 'a party adds a listed station'],
  ['alter policy by_trigger on core.station_name with check (true)', 'a party reserves a name'],
  ['alter policy by_trigger on core.station_name using (true)', 'a party reads whose name is taken'],
  ['drop trigger follow_new_state on core.agreement', 'a 21st open proposal'],
])('%s, and this is done: %s', async (breach, name) => {
  expect(await database.outcomeOf(attempts[name]!, breach)).toBe('done');
});
