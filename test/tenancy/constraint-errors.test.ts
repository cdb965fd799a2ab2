import type { ClientBase } from 'pg';
import { newId } from '../../src/platform/ids';
import { attempt, messageOf, type Snapshot, snapshot } from './checks/rows';
import type { Row } from './kit/rules';
import type { AgreementIds } from './kit/agreement';
import { insertCopy } from './kit/insert';
import { as, type Fixture, startFixture } from './kit/fixture';

/** Constraints bypass policies. Their errors must be the same for a row of another tenant and for none. */
let fixture: Fixture;
let tables: Snapshot;
beforeAll(async () => {
  fixture = await startFixture();
  tables = await snapshot(fixture);
});
afterAll(async () => {
  await fixture.close();
});

/** A row of `table` that belongs to the agreement. */
function rowOf(table: string, agreementId: string): Row {
  return tables.get(table)!.find((row) => (row.agreement_id ?? row.id) === agreementId)!;
}

/** All that a failed statement reports, with the given ids removed. */
async function answer(client: ClientBase, table: string, row: Row): Promise<string> {
  const outcome = await attempt(client, async () => insertCopy(client, table, row));
  if (!(outcome instanceof Error)) return messageOf(outcome);
  const { code, constraint, message, detail, hint, schema, table: named, column } = outcome;
  const text = JSON.stringify({ code, constraint, message, detail, hint, schema, named, column });
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
}

const SENT = 'it is added';
const later = { starts_on: '2031-01-01', ends_on: '2031-12-31' };
const named = { position: 7, name: '新' };
const otherCell = { indicator_code: 'PHONE_VISIT', measure_code: 'CALLS' };

/** Changes that make a copy of a row valid, for each table that an operator writes: only the probed constraint may refuse it. */
const fresh = (): Record<string, Row> => ({
  'core.agreement': { id: newId(), ...later },
  'core.budget': { version: 7 },
  'core.budget_line': { position: 7, category: '新' },
  'core.completion_month': otherCell,
  'core.completion_term': otherCell,
  'core.completion_total': otherCell,
  'core.evaluation': { id: newId(), name: '新' },
  'core.evaluation_item': { id: newId(), ...named },
  'core.evaluation_score': { revision: 7 },
  'core.expenditure': { id: newId() },
  'core.funding_source': { version: 7 },
  'core.instalment': { id: newId(), position: 7, condition: 'FINAL_QUALIFIED' },
  'core.point': { id: newId(), ...named },
  'core.project': { id: newId(), ...named },
  'core.receipt': { id: newId() },
  'core.satisfaction_survey': { id: newId() },
  'core.service_record': { id: newId(), idempotency_key: 'april' },
  'core.service_record_version': { revision: 7 },
  'core.staff_certificate': { level: 'SENIOR' },
  'core.staff_member': { id: newId(), ordinal: 7, code: '新' },
  'core.staff_pay': { month: '2031-01-01' },
  'core.staff_spell': { id: newId() },
  'core.staff_zones': { position: 7 },
  'core.station_access': { purchaser_id: fixture.parties.P2 },
  'core.target': otherCell,
  'core.term': { id: newId(), ...named, ...later },
  'core.zone': { id: newId(), ...named },
});

/** A row of the operator's own party, where rows have one. */
function writtenBy(table: string, agreement: AgreementIds): Row {
  return tables
    .get(table)!
    .find(
      (row) =>
        (row.party ?? 'OPERATOR') === 'OPERATOR' &&
        (table === 'core.station_access'
          ? row.organisation_id === agreement.organisationId && row.station_id === agreement.stationId
          : (row.agreement_id ?? row.id) === agreement.agreementId),
    )!;
}

test('a row added by an operator is refused only for the probed constraint', async () => {
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    const refused: string[] = [];
    for (const [table, changes] of Object.entries(fresh())) {
      const row = { ...writtenBy(table, fixture.agreements['A at S1']), ...changes };
      const outcome = await answer(client, table, row);
      if (outcome !== SENT) refused.push(`${table}: ${outcome}`);
    }
    expect(refused).toEqual([]);
  });
});

test('an operator learns nothing of foreign ids from constraint errors', async () => {
  const [own, foreign] = [fixture.agreements['A at S1'], fixture.agreements['B at S3']];
  let tried = 0;
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    for (const [table, changes] of Object.entries(fresh())) {
      const mine = { ...writtenBy(table, own), ...changes };
      const theirs = writtenBy(table, foreign);
      // Organisations are public: naming an existing one is no probe.
      const open =
        table === 'core.station_access' ? ['organisation_id', 'purchaser_id'] : ['organisation_id'];
      const ids = Object.keys(mine).filter((key) => /(^|_)id$/.test(key) && !open.includes(key));
      for (const column of ids.filter((key) => theirs[key] != null)) {
        const existing = await answer(client, table, { ...mine, [column]: theirs[column] });
        const unknown = await answer(client, table, { ...mine, [column]: newId() });
        expect(`${table}.${column}: ${existing}`).toBe(`${table}.${column}: ${unknown}`);
        tried += 1;
      }
    }
  });
  expect(tried).toBeGreaterThan(100);
});

test('a purchaser learns nothing of the parts of an agreement that another purchaser has with the same operator', async () => {
  const own = fixture.agreements['A at S1'].agreementId;
  const foreign = fixture.agreements['A at S2'].agreementId;
  await as(fixture, fixture.viewer('purchaser P1'), async (client) => {
    for (const table of ['core.term', 'core.zone', 'core.point', 'core.project', 'core.instalment']) {
      const fresh = {
        id: newId(),
        position: 7,
        name: '新',
        condition: 'FINAL_QUALIFIED',
        starts_on: '2031-01-01',
      };
      const mine = { ...rowOf(table, own), ...fresh, ends_on: '2031-12-31' };
      const existing = await answer(client, table, { ...mine, agreement_id: foreign });
      const unknown = await answer(client, table, { ...mine, agreement_id: newId() });
      expect(existing).toBe(unknown);
      expect(existing).toContain('23503');
    }
  });
});

test('an idempotency key is free in every other agreement', async () => {
  const own = rowOf('core.service_record', fixture.agreements['A at S2'].agreementId);
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    const key = async (idempotency_key: string): Promise<string> =>
      answer(client, 'core.service_record', { ...own, id: newId(), idempotency_key });
    expect(await key('april')).toBe(SENT);
    expect(await key('march')).toContain('23505');
  });
  const foreign = rowOf('core.service_record', fixture.agreements['B at S3'].agreementId);
  expect(foreign.idempotency_key).toBe('march');
});

test("a foreign station's id is like an unknown one to anyone who does not know its name and street", async () => {
  const { A, P1 } = fixture.parties;
  const guess = {
    organisation_id: A,
    purchaser_id: P1,
    district_code: '440106',
    name: '某站',
    street: '某街',
    listed: false,
  };
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    const existing = await answer(client, 'core.station_access', {
      ...guess,
      station_id: fixture.stations.S3,
    });
    const unknown = await answer(client, 'core.station_access', { ...guess, station_id: newId() });
    expect(existing).toBe(unknown);
    expect(existing).toContain('23503');
  });
});

test('the refusal of taken days reveals only that they are taken', async () => {
  const own = rowOf('core.agreement', fixture.agreements['A at S1'].agreementId);
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    const foreign = { ...own, id: newId(), station_id: fixture.stations.S3, district_code: '440106' };
    expect(await answer(client, 'core.agreement', { ...foreign, ...later })).toContain('23503');
    const outcome = await attempt(client, async () =>
      insertCopy(client, 'core.agreement', { ...foreign, starts_on: '2024-06-01', ends_on: '2024-06-30' }),
    );
    expect(outcome).toMatchObject({ code: '23P01', constraint: 'agreement_days_apart' });
    expect((outcome as { detail?: string }).detail).toBe('Key conflicts with existing key.');
  });
});

test('an agreement cannot be in another district than its station', async () => {
  const own = { ...rowOf('core.agreement', fixture.agreements['A at S1'].agreementId), ...later };
  await as(fixture, fixture.viewer('operator A'), async (client) => {
    expect(await answer(client, 'core.agreement', { ...own, id: newId() })).toBe(SENT);
    const lie = await answer(client, 'core.agreement', { ...own, id: newId(), district_code: '440106' });
    expect(lie).toContain('23503');
  });
});
