import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { agreementWithTargets, VISITS, visits } from './support/amended-visits';
import { amend } from './support/amendments';
import { completion } from './support/questions';

let api: Api;
let operator: Client;
let street: Client;
let both: { proposer: Client; confirmer: Client };
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  both = { proposer: operator, confirmer: street };
});

test('an amendment in between changes what comes before the next one; a later one of the same day wins', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const { id: agreementId, terms, zones } = agreement;
  const to = (effectiveOn: string, value: string | null): Parameters<typeof amend>[1] => ({
    agreementId,
    effectiveOn,
    targets: [{ ...VISITS, termId: terms[0]!.id, zoneId: zones[0]!.id, value }],
  });
  await amend(both, to('2024-05-01', '50'));
  await amend(both, to('2024-03-01', '30'));
  await amend(both, to('2024-06-01', null));
  await amend(both, to('2024-03-01', '33'));
  const first = async (day: string): Promise<string | null> =>
    (await visits(street, agreement, 0, day)).zones[0]!;
  expect(await first('2024-02-29')).toBe('100');
  expect(await first('2024-03-01')).toBe('33');
  expect(await first('2024-04-30')).toBe('33');
  expect(await first('2024-05-31')).toBe('50');
  expect(await first('2024-06-01')).toBeNull();
  expect((await visits(street, agreement, 0, '2024-06-30')).total).toBe('200');
});

test('a table names its zones as they are called on its last day, and leaves out those that are not open', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const [east, west] = agreement.zones;
  await amend(both, {
    agreementId: agreement.id,
    effectiveOn: '2024-07-01',
    zones: [{ id: east!.id, name: '第一片区' }, { id: west!.id, close: true }, { name: '新片' }],
    targets: [{ ...VISITS, termId: agreement.terms[1]!.id, zoneId: west!.id, value: null }],
  });
  const names = async (term: number): Promise<string[]> =>
    (await completion(street, agreement.id, { termId: agreement.terms[term]!.id })).zones.map(
      ({ name }) => name,
    );
  expect(await names(0)).toEqual(['东片', '西片', '南片']);
  expect(await names(1)).toEqual(['第一片区', '南片', '新片']);
});

test('the targets of an agreement as of a day, with the day and the amendment that brought them', async () => {
  const agreement = await agreementWithTargets({ api, operator });
  const [term] = agreement.terms;
  const [zone] = agreement.zones;
  const amendment = await amend(both, {
    agreementId: agreement.id,
    effectiveOn: '2024-04-01',
    targets: [{ ...VISITS, termId: term!.id, zoneId: zone!.id, value: '40' }],
  });
  const targetsOn = async (on: string | null): Promise<unknown[]> => {
    const answer = await street.get<{ agreement: { targets: unknown[] } }>(
      `query($id: ID!, $term: ID, $on: Date) { agreement(id: $id) { targets(termId: $term, on: $on) {
         zone { name } indicator { code } measure { code } value since amendment { id } } } }`,
      { id: agreement.id, term: term!.id, on },
    );
    return answer.agreement.targets;
  };
  const of = (name: string, value: string, since: string, amendmentId: string | null): object => ({
    zone: { name },
    indicator: { code: 'HOME_VISIT' },
    measure: { code: 'VISITS' },
    value,
    since,
    amendment: amendmentId === null ? null : { id: amendmentId },
  });
  const others = [of('西片', '100', '2024-01-01', null), of('南片', '100', '2024-01-01', null)];
  expect(await targetsOn('2024-03-31')).toEqual(
    expect.arrayContaining([of('东片', '100', '2024-01-01', null), ...others]),
  );
  expect(await targetsOn('2024-04-01')).toEqual(
    expect.arrayContaining([of('东片', '40', '2024-04-01', amendment.id), ...others]),
  );
  // The agreement is over: as of its last day.
  expect(await targetsOn(null)).toEqual(await targetsOn('2024-12-31'));
});
