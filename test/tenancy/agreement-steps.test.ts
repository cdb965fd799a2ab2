import { newId } from '../../src/platform/ids';
import type { AgreementIds } from './kit/agreement';
import {
  change as changeOf,
  confirmed,
  ended,
  type ExpectedAttempt,
  verdictsOf,
  write,
} from './kit/agreement-writes';
import { GuardedDatabase } from './kit/attempts';
import { PROPOSED, type ViewerName } from './kit/parties';

/** Who takes which step with an agreement, past all services: C proposes to P2 in D1; A's agreement with P2 is confirmed. */
let database: GuardedDatabase;
let proposal: AgreementIds;
let confirmedAgreement: AgreementIds;
let attempts: Record<string, ExpectedAttempt>;
beforeAll(async () => {
  database = await GuardedDatabase.start();
  proposal = database.fixture.agreements[PROPOSED];
  confirmedAgreement = database.fixture.agreements['A at S2'];
  attempts = await allAttempts();
});
afterAll(async () => {
  await database.close();
});

const change = (what: string, of = proposal): string => changeOf(of, what);
const revise = 'revision = revision + 1, operator_confirmed_at = null, purchaser_confirmed_at = null';
const target = ({ agreementId }: AgreementIds): string =>
  `update core.target set value = 1 where agreement_id = '${agreementId}'`;
const zone = (id: string): string => `update core.zone set position = 7 where agreement_id = '${id}'`;

/** An operator proposes an amendment of the standing agreement, with a change. */
async function amendment(applied_at: string | null): Promise<string[]> {
  const id = newId();
  const of = `agreement_id = '${confirmedAgreement.agreementId}'`;
  const [row] = await database.rows('core.amendment', `${of} and state = 'PROPOSED'`);
  const [one] = await database.rows('core.amendment_change', of);
  return [
    await database.copyOf('core.amendment', row!, { id }),
    await database.copyOf('core.amendment_change', one!, { amendment_id: id, applied_at }),
  ];
}

/** All members have this role. */
const as = (role: string): string => `update core.member set role = '${role}'`;

/** Every attempt with its outcome, by name. */
async function allAttempts(): Promise<typeof attempts> {
  const { C, P1, P2, D1, D2, CITY, A } = database.fixture.parties;
  const { agreementId: id } = proposal;
  const step = (by: ViewerName, what: string, is: string, given = ''): ExpectedAttempt =>
    write(by, [change(what)], is, given);
  const asConfirmed = change(`state = 'CONFIRMED'`);
  const ofBureau = change(`proposed_by = '${D1}'`);
  const sameDays = change(`starts_on = '2024-06-01', ends_on = '2024-12-31'`);
  const [term] = await database.rows('core.term', `agreement_id = '${id}'`);
  const later = { id: newId(), position: 7, name: '新', starts_on: '2026-01-01', ends_on: '2026-12-31' };

  return {
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
      [change('annual_fee = 1', confirmedAgreement)],
      '42501',
    ),
    'a party revises a confirmed one': write('operator A', [change(revise, confirmedAgreement)], '42501'),
    'a bureau changes the fee of a confirmed one': write(
      'district bureau D1',
      [change('annual_fee = 1', confirmedAgreement)],
      '42501',
    ),
    'a party forges the confirmation of the other': write(
      'operator A',
      [change('purchaser_confirmed_at = now()', confirmedAgreement)],
      '42501',
    ),
    'a party files the paper contract': write(
      'operator A',
      [change(`contract_number = '1'`, confirmedAgreement)],
      'done',
    ),
    'a party changes targets as it files the paper contract': write(
      'operator A',
      [change(`contract_number = '1'`, confirmedAgreement), target(confirmedAgreement)],
      'AGREEMENT_CONFIRMED',
    ),
    'a bureau changes targets of a confirmed one': write(
      'district bureau D1',
      [target(confirmedAgreement)],
      'AGREEMENT_CONFIRMED',
    ),
    'a party changes parts of a confirmed one': write(
      'operator A',
      [zone(confirmedAgreement.agreementId)],
      'AGREEMENT_CONFIRMED',
    ),

    'a party proposes an amendment': write('operator A', await amendment(null), 'done'),
    'a party puts its own amendment into force': write('operator A', await amendment('now'), '42501'),

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
    'one that has money is voided': write(
      'district bureau D1',
      [change(ended('VOID', D1), confirmedAgreement)],
      'VOID_WITH_FIGURES',
    ),
  };
}

test('each step is for whom it is for, past all services', async () => {
  expect(await database.outcomesOf(attempts)).toEqual(verdictsOf(attempts));
});

test.each([
  ['drop trigger guard_agreement on core.agreement', 'a party confirms its own proposal'],
  ['drop trigger guard_agreement on core.agreement', 'a purchaser voids'],
  ['drop trigger guard_changed_parts on core.target', 'a bureau changes targets of a confirmed one'],
  ['drop trigger guard_changed_parts on core.zone', 'the other party changes parts beside a step of its own'],
  ['drop policy update_like_agreement on core.term', 'a party has its terms counted'],
  ['drop policy insert_like_agreement on core.term', 'a party adds a term that counts'],
  ['alter table core.agreement drop constraint agreement_days_apart', 'days that are taken'],
  ['drop trigger follow_changed_state on core.agreement', 'one that has money is voided'],
])('%s, and this is done: %s', async (breach, name) => {
  expect(await database.outcomeOf(attempts[name]!, breach)).toBe('done');
});

test('the refusal of days says nothing of the agreement that has them', async () => {
  const error = await database.errorOf(attempts['days that are taken']!);
  expect(error).toMatchObject({ code: '23P01', detail: 'Key conflicts with existing key.' });
  const said = JSON.stringify(error, Object.getOwnPropertyNames(error));
  const { agreementId, organisationId, stationId } = confirmedAgreement;
  for (const id of [agreementId, organisationId, stationId, '2024']) expect(said).not.toContain(id);
});
