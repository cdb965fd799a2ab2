import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, confirm, PROJECTS, tryConfirm, withdrawAs } from './support/agreements';
import { amend } from './support/amendments';
import { organisationId } from './support/people';
import { codesAndPaths } from './support/questions';
import { agreementOfTwoTerms, readRenewed, RENEW, renew, tryRenew, VISITS } from './support/renewals';

/** 续签: the days after an agreement, with what is in force on its last day. */
let api: Api;
let operator: Client;
let street: Client;
let bureau: Client;
let nextOperator: string;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  bureau = await api.as('admin@liwan-bureau.example');
  nextOperator = await organisationId(api, '大同');
});

const YEAR = { startsOn: '2025-01-01', endsOn: '2025-12-31' };
const renewalOf = ({ id }: { id: string }): { agreementId: string } & typeof YEAR => ({
  agreementId: id,
  ...YEAR,
});

test('a renewal by the operator is a proposal with all that the earlier agreement says', async () => {
  const earlier = await agreementOfTwoTerms(api);
  const renewed = await renew(operator, renewalOf(earlier));
  expect(renewed).toMatchObject({
    state: 'PROPOSED',
    ...YEAR,
    annualFee: '2400000.00',
    requiredPosts: '10',
    requiredCertifiedShare: '0.6',
    station: { id: earlier.station.id },
    operator: earlier.operator,
    terms: [
      { name: '上半年', startsOn: '2025-01-01', endsOn: '2025-06-30' },
      { name: '下半年', startsOn: '2025-07-01', endsOn: '2025-12-31' },
    ],
    renews: { id: earlier.id },
    renewedBy: [],
  });
  expect(renewed.zones).toEqual(
    earlier.zones.map(({ name, points }) => ({
      name,
      points: points.map((point) => ({ name: point.name })),
    })),
  );
  expect(renewed.projects.map(({ name }) => name)).toEqual(PROJECTS.map(({ name }) => name));
  expect(renewed.targets).toHaveLength(6);
  expect(new Set(renewed.targets.map(({ value }) => value))).toEqual(new Set(['100']));
  expect(renewed.funding.instalments).toMatchObject([
    { condition: 'SIGNING', share: '0.6' },
    { condition: 'FINAL_QUALIFIED', share: '0.4' },
  ]);
  expect((await readRenewed(street, earlier.id))!.renewedBy).toEqual([{ id: renewed.id }]);
  // The street confirms it like any other proposal.
  expect((await tryConfirm(street, renewed)).agreement!.state).toBe('CONFIRMED');
});

test('it takes what is in force on the last day: amended fee, posts, targets and names; what is closed by then is left out', async () => {
  const earlier = await agreementOfTwoTerms(api);
  const [east, west] = earlier.zones;
  await amend(
    { proposer: operator, confirmer: street },
    {
      agreementId: earlier.id,
      effectiveOn: '2024-10-01',
      annualFee: '2500000',
      requiredPosts: '11',
      zones: [
        { id: east!.id, name: '东部片' },
        { id: west!.id, close: true },
      ],
      points: west!.points.map(({ id }) => ({ id, close: true })),
      instalments: [{ condition: 'SIGNING', share: '1' }],
      targets: [
        { ...VISITS, termId: earlier.terms[1]!.id, zoneId: east!.id, value: '70' },
        { ...VISITS, termId: earlier.terms[1]!.id, zoneId: west!.id, value: null },
      ],
    },
  );
  const renewed = await renew(operator, renewalOf(earlier));
  expect(renewed).toMatchObject({ annualFee: '2500000.00', requiredPosts: '11' });
  expect(renewed.zones.map(({ name }) => name)).toEqual(['东部片', '南片']);
  expect(renewed.funding.instalments).toMatchObject([{ condition: 'SIGNING', share: '1' }]);
  expect(renewed.targets.map(({ term, zone, value }) => [term.name, zone!.name, value])).toEqual([
    ['上半年', '东部片', '100'],
    ['上半年', '南片', '100'],
    ['下半年', '东部片', '70'],
    ['下半年', '南片', '100'],
  ]);
  await withdrawAs(operator, renewed);
});

test('the fee and the targets may be others', async () => {
  const earlier = await agreementOfTwoTerms(api);
  const input = { ...renewalOf(earlier), annualFee: '100', withTargets: false };
  const renewed = await renew(operator, input);
  expect(renewed).toMatchObject({ annualFee: '100.00', targets: [] });
  await withdrawAs(operator, renewed);
});

test('terms move by whole months into the days of the renewal; its rules of counting staff go with it', async () => {
  const earlier = await agreementOfTwoTerms(api);
  await api.world.ownerQuery(
    'update core.agreement set half_after_day = 10, practice_years = 3 where id = $1',
    [earlier.id],
  );
  const longer = await renew(operator, {
    agreementId: earlier.id,
    startsOn: '2025-03-16',
    endsOn: '2026-03-31',
  });
  expect(longer.terms.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ['2025-03-16', '2025-08-31'],
    ['2025-09-01', '2026-03-31'],
  ]);
  expect(longer.staffingParameters).toEqual({ halfAfterDay: 10, practiceYears: 3 });
  const shorter = await renew(operator, {
    agreementId: earlier.id,
    startsOn: '2025-01-01',
    endsOn: '2025-05-31',
  });
  expect(shorter.terms).toMatchObject([{ name: '上半年', startsOn: '2025-01-01', endsOn: '2025-05-31' }]);
  expect(shorter.targets).toHaveLength(3);
  for (const { id } of [longer, shorter]) await withdrawAs(operator, { id });
});

test('two renewals for the same days can both be proposed; the confirmation decides', async () => {
  const earlier = await agreementOfTwoTerms(api);
  const [one, other] = await Promise.all([
    renew(operator, renewalOf(earlier)),
    renew(street, { ...renewalOf(earlier), operatorId: nextOperator }),
  ]);
  expect((await readRenewed(street, earlier.id))!.renewedBy).toHaveLength(2);
  await confirm(api, other);
  expect(codesAndPaths((await tryConfirm(street, one)).userErrors)).toEqual(['STATION_UNDER_AGREEMENT id']);
});

test('streets that merge: the bureau renews for another purchaser of the district', async () => {
  const earlier = await agreementOfTwoTerms(api);
  const purchaserId = await organisationId(api, '广州市荔湾区人民政府中南街道办事处');
  const renewed = await renew(bureau, { ...renewalOf(earlier), purchaserId });
  expect(renewed).toMatchObject({
    state: 'CONFIRMED',
    purchaser: { name: '广州市荔湾区人民政府中南街道办事处' },
  });
  expect((await readRenewed(street, earlier.id))!.renewedBy).toEqual([]);
  expect(await readRenewed(street, renewed.id)).toBeNull();
  const ofOtherDistrict = await organisationId(api, '广州市天河区人民政府元岗街道办事处');
  const { userErrors } = await tryRenew(bureau, { ...renewalOf(earlier), purchaserId: ofOtherDistrict });
  expect(codesAndPaths(userErrors)).toEqual(['PURCHASER_OF_OTHER_DISTRICT purchaserId']);
});

describe('a renewal is refused', () => {
  let earlier: Agreement;
  beforeAll(async () => {
    earlier = await agreementOfTwoTerms(api);
  });

  test.each([
    ['before the earlier agreement ends', { startsOn: '2024-12-31' }, 'RENEWAL_TOO_EARLY startsOn'],
    ['that ends before it starts', { endsOn: '2024-12-31' }, 'ENDS_BEFORE_START endsOn'],
    ['of more than six years', { endsOn: '2031-01-01' }, 'AGREEMENT_TOO_LONG endsOn'],
    ['too far ahead', { startsOn: '2099-01-01', endsOn: '2099-12-31' }, 'STARTS_TOO_LATE startsOn'],
    ['for a negative fee', { annualFee: '-1' }, 'NEGATIVE annualFee'],
    ['for another operator, by the operator', { operatorId: 'another' }, 'NOT_YOUR_ORGANISATION operatorId'],
    ['for an operator that there is not', { operatorId: newId() }, 'NOT_AN_OPERATOR operatorId'],
    ['for a purchaser that there is not', { purchaserId: newId() }, 'NOT_A_PURCHASER purchaserId'],
  ])('%s', async (_, changes: Record<string, unknown>, expected) => {
    const operatorId = changes.operatorId === 'another' ? nextOperator : (changes.operatorId ?? null);
    const { agreement, userErrors } = await tryRenew(operator, {
      ...renewalOf(earlier),
      ...changes,
      operatorId,
    });
    expect([agreement, codesAndPaths(userErrors)]).toEqual([null, [expected]]);
  });

  test('of a proposal', async () => {
    const renewed = await renew(operator, renewalOf(earlier));
    const again = { agreementId: renewed.id, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    expect(codesAndPaths((await tryRenew(operator, again)).userErrors)).toEqual([
      'NOT_CONFIRMED agreementId',
    ]);
    await withdrawAs(operator, renewed);
  });

  test.each(['admin@datong.example', 'admin@zhongnan-street.example', 'admin@tianhe-bureau.example'])(
    'by %s, for whom the agreement does not exist',
    async (account) => {
      const client = await api.as(account);
      const answer = async (agreementId: string): Promise<string> => {
        const { text } = await client.ask(RENEW, { input: { ...renewalOf(earlier), agreementId } });
        return text.replaceAll(agreementId, '<id>');
      };
      const unknown = await answer(newId());
      expect(unknown).toContain('"code":"NOT_FOUND"');
      for (const id of [earlier.id, 'no-id']) expect(await answer(id)).toBe(unknown);
    },
  );

  test.each([
    'worker@fengyuan.example',
    'admin@mentoring-centre.example',
    'admin@assessor.example',
    'admin@platform.example',
  ])('by %s, who may not', async (account) => {
    const { errors } = await (await api.as(account)).ask(RENEW, { input: renewalOf(earlier) });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });
});
