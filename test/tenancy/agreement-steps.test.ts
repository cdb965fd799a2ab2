import { newId } from '../../src/platform/ids';
import { type Attempt, GuardedDatabase } from './kit/attempts';
import type { AgreementIds } from './kit/agreement';
import { PROPOSED, type ViewerName } from './kit/parties';
import type { Row } from './kit/rules';

/** Who takes which step with an agreement, past all services: C proposes to P2 in D1; A's agreement with P2 stands. */
let database: GuardedDatabase;
let proposal: AgreementIds;
let standing: AgreementIds;
let row: Row;
let attempts: Record<string, Attempt & { is: string }>;
beforeAll(async () => {
  database = await GuardedDatabase.start();
  const { agreements } = database.fixture;
  proposal = agreements[PROPOSED];
  standing = agreements['A at S2'];
  [row] = (await database.rows('core.agreement', `id = '${proposal.agreementId}'`)) as [Row];
  attempts = await allAttempts();
});
afterAll(async () => {
  await database.close();
});

const REASON = `state_reason = '重复'`;
const change = (what: string, { agreementId }: AgreementIds = proposal): string =>
  `update core.agreement set ${what} where id = '${agreementId}'`;
const confirmed = (by: string): string => `state = 'CONFIRMED', confirmed_by = '${by}', confirmed_at = now()`;
const ended = (state: string, by: string): string => `state = '${state}', ended_by = '${by}', ${REASON}`;
const revise = 'revision = revision + 1, operator_confirmed_at = null, purchaser_confirmed_at = null';
const target = ({ agreementId }: AgreementIds): string =>
  `update core.target set value = 1 where agreement_id = '${agreementId}'`;
const zone = (id: string): string => `update core.zone set position = 7 where agreement_id = '${id}'`;

/** All members have this role. */
const as = (role: string): string => `update core.member set role = '${role}'`;

/** Every attempt with its outcome, by name. */
async function allAttempts(): Promise<typeof attempts> {
  const { C, P1, P2, D1, D2, CITY, A } = database.fixture.parties;
  const { agreementId: id } = proposal;
  const fresh = { id: newId(), registered_at: 'now', state: 'PROPOSED', proposed_by: C };
  const register = async (
    by: ViewerName,
    changes: Row,
    is: string,
    given = '',
  ): Promise<Attempt & { is: string }> => {
    const sql = [await database.copyOf('core.agreement', row, { ...fresh, ...changes })];
    return { by, sql, is, given };
  };
  const step = (by: ViewerName, what: string, is: string, given = ''): Attempt & { is: string } => ({
    by,
    sql: [change(what)],
    is,
    given,
  });
  const write = (by: ViewerName, sql: string[], is: string, given = ''): Attempt & { is: string } => ({
    by,
    sql,
    is,
    given,
  });
  const copies = async (count: number): Promise<string> =>
    (
      await Promise.all(
        Array.from({ length: count }, async () =>
          database.copyOf('core.agreement', row, { ...fresh, id: newId() }),
        ),
      )
    ).join('; ');
  const asConfirmed = change(`state = 'CONFIRMED'`);
  const ofBureau = change(`proposed_by = '${D1}'`);
  const sameDays = change(`starts_on = '2024-06-01', ends_on = '2024-12-31'`);
  const [term] = await database.rows('core.term', `agreement_id = '${id}'`);
  const [access] = await database.rows('core.station_access', `organisation_id = '${C}'`);
  const later = { id: newId(), position: 7, name: '新', starts_on: '2026-01-01', ends_on: '2026-12-31' };
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

    'the other party confirms': step('purchaser P2', confirmed(P2), 'done'),
    'the bureau confirms': step('district bureau D1', confirmed(D1), 'done'),
    'the city confirms': step('city bureau', confirmed(CITY), 'done'),
    'a party confirms its own proposal': step('operator C', confirmed(C), '42501'),
    'a party confirms its own proposal in the name of the other': step('operator C', confirmed(P2), '42501'),
    'a party confirms in the name of the bureau': step('purchaser P2', confirmed(D1), '42501'),
    'another street confirms': step('purchaser P1', confirmed(P1), 'nothing'),
    'another operator confirms': step('operator A', confirmed(A), 'nothing'),
    'a bureau of another district confirms': step('district bureau D2', confirmed(D2), 'nothing'),
    'the mentoring centre confirms': step("the city's mentoring centre", confirmed(CITY), '42501'),
    'an assessor confirms': step('assessor of the others', confirmed(CITY), '42501'),
    "a street's worker confirms": step('a worker of P2 limited to S2', confirmed(P2), '42501'),
    "a bureau's worker confirms": step('a worker of D1 limited to S2', confirmed(D1), '42501'),
    "a street's manager confirms": step('purchaser P2', confirmed(P2), '42501', as('MANAGER')),
    "a street's worker at every station confirms": step('purchaser P2', confirmed(P2), '42501', as('WORKER')),
    "a bureau's manager voids": step(
      'district bureau D1',
      ended('VOID', D1),
      '42501',
      `${asConfirmed}; ${as('MANAGER')}`,
    ),
    'what is confirmed is not changed in passing': step(
      'purchaser P2',
      `${confirmed(P2)}, annual_fee = 1`,
      '42501',
    ),
    'a lapsed proposal': step(
      'purchaser P2',
      confirmed(P2),
      '42501',
      change(`registered_at = now() - interval '181 days'`),
    ),
    'days that are taken': step('purchaser P2', confirmed(P2), '23P01', sameDays),

    'the other party declines': step('purchaser P2', ended('DECLINED', P2), 'done'),
    'a party declines its own proposal': step('operator C', ended('DECLINED', C), '42501'),
    'a party withdraws': step('operator C', ended('WITHDRAWN', C), 'done'),
    'the other party withdraws': step('purchaser P2', ended('WITHDRAWN', P2), '42501'),
    'a declined one is confirmed': step(
      'purchaser P2',
      confirmed(P2),
      '42501',
      change(ended('DECLINED', P2)),
    ),

    "one party confirms a bureau's proposal alone": step('operator C', confirmed(C), '42501', ofBureau),
    "one party confirms a bureau's proposal": step(
      'operator C',
      'operator_confirmed_at = now()',
      'done',
      ofBureau,
    ),
    "one party confirms a bureau's proposal for the other": step(
      'operator C',
      'purchaser_confirmed_at = now()',
      '42501',
      ofBureau,
    ),
    "the second party confirms a bureau's proposal": step(
      'purchaser P2',
      confirmed(P2),
      'done',
      `${ofBureau}; ${change('operator_confirmed_at = now()')}`,
    ),
    'a bureau confirms its own proposal': step('district bureau D1', confirmed(D1), '42501', ofBureau),

    'a party revises': write('operator C', [change(revise), target(proposal)], 'done'),
    'a party changes values without a revision': step('operator C', 'annual_fee = 1', '42501'),
    'the other party changes values': step('purchaser P2', `${revise}, annual_fee = 1`, '42501'),
    'a party changes targets without a revision': write(
      'operator C',
      [target(proposal)],
      'AGREEMENT_CONFIRMED',
    ),
    'the other party changes targets as it confirms': write(
      'purchaser P2',
      [change(confirmed(P2)), target(proposal)],
      'AGREEMENT_CONFIRMED',
    ),
    'the other party changes parts beside a step of its own': write(
      'purchaser P2',
      [change('purchaser_confirmed_at = now()'), zone(id)],
      'AGREEMENT_CONFIRMED',
    ),
    'a party has its terms counted': write(
      'operator C',
      [change(revise), `update core.term set confirmed = true where agreement_id = '${id}'`],
      '42501',
    ),
    'a party adds a term that counts': write(
      'operator C',
      [change(revise), await database.copyOf('core.term', term!, { ...later, confirmed: true })],
      '42501',
    ),

    'a party changes the fee of a confirmed one': write(
      'operator A',
      [change('annual_fee = 1', standing)],
      '42501',
    ),
    'a party revises a confirmed one': write('operator A', [change(revise, standing)], '42501'),
    'a bureau changes the fee of a confirmed one': write(
      'district bureau D1',
      [change('annual_fee = 1', standing)],
      '42501',
    ),
    'a party forges the confirmation of the other': write(
      'operator A',
      [change('purchaser_confirmed_at = now()', standing)],
      '42501',
    ),
    'a party files the paper contract': write(
      'operator A',
      [change(`contract_number = '1'`, standing)],
      'done',
    ),
    'a party changes targets as it files the paper contract': write(
      'operator A',
      [change(`contract_number = '1'`, standing), target(standing)],
      'AGREEMENT_CONFIRMED',
    ),
    'a bureau changes targets of a confirmed one': write(
      'district bureau D1',
      [target(standing)],
      'AGREEMENT_CONFIRMED',
    ),
    'a party changes parts of a confirmed one': write(
      'operator A',
      [zone(standing.agreementId)],
      'AGREEMENT_CONFIRMED',
    ),

    'a bureau voids': step('district bureau D1', ended('VOID', D1), 'done', asConfirmed),
    'a bureau voids a proposal': step('district bureau D1', ended('VOID', D1), '42501'),
    'an operator voids': step('operator C', ended('VOID', C), '42501', asConfirmed),
    'a purchaser voids': step('purchaser P2', ended('VOID', P2), '42501', asConfirmed),
    'a bureau of another district voids': step(
      'district bureau D2',
      ended('VOID', D2),
      'nothing',
      asConfirmed,
    ),
    "a bureau's worker voids": step('a worker of D1 limited to S2', ended('VOID', D1), '42501', asConfirmed),
    'one in which money stands is voided': write(
      'district bureau D1',
      [change(ended('VOID', D1), standing)],
      'VOID_WITH_FIGURES',
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

test('each step is for whom it is for, past all services', async () => {
  const outcomes: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) outcomes[name] = await database.outcomeOf(attempt);
  expect(outcomes).toEqual(Object.fromEntries(Object.entries(attempts).map(([name, { is }]) => [name, is])));
});

test.each([
  ['drop policy party_proposes on core.agreement', 'an operator registers a confirmed one'],
  ['drop policy party_proposes on core.agreement', 'a party dates its proposal'],
  ['drop policy bureau_registers on core.agreement', "a bureau's worker registers"],
  ['drop trigger guard_agreement on core.agreement', 'a party confirms its own proposal'],
  ['drop trigger guard_agreement on core.agreement', 'a purchaser voids'],
  ['drop trigger guard_changed_parts on core.target', 'a bureau changes targets of a confirmed one'],
  ['drop trigger guard_changed_parts on core.zone', 'the other party changes parts beside a step of its own'],
  ['drop policy update_like_agreement on core.term', 'a party has its terms counted'],
  ['drop policy insert_like_agreement on core.term', 'a party adds a term that counts'],
  ['drop policy insert_by_trigger on core.agreement_event', 'a party writes the history of an agreement'],
  ['drop policy listed_by_trigger on core.station_access', 'a party lists its station'],
  ['drop policy added_unlisted on core.station_access', 'a party adds a listed station'],
  ['alter policy by_trigger on core.station_name with check (true)', 'a party reserves a name'],
  ['alter policy by_trigger on core.station_name using (true)', 'a party reads whose name is taken'],
  ['alter table core.agreement drop constraint agreement_days_apart', 'days that are taken'],
  ['alter table core.station_name drop constraint station_name_alike', 'a station with a name that is taken'],
  ['drop trigger follow_new_state on core.agreement', 'a 21st open proposal'],
  ['drop trigger follow_changed_state on core.agreement', 'one in which money stands is voided'],
])('%s, and this is done: %s', async (breach, name) => {
  expect(await database.outcomeOf(attempts[name]!, breach)).toBe('done');
});

test('the refusal of days says nothing of the agreement that has them', async () => {
  const { message, detail, hint, where } = (await database.errorOf(
    attempts['days that are taken']!,
  )) as Error & {
    [key: string]: string;
  };
  expect(detail).toBe('Key conflicts with existing key.');
  const { agreementId, organisationId, stationId } = standing;
  for (const id of [agreementId, organisationId, stationId, '2024']) {
    expect(`${message} ${hint} ${where}`).not.toContain(id);
  }
});
