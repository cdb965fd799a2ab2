import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newStation, validRegistration } from './support/agreements';

/** What is accepted and pointed out about agreements and amendments. */
let api: Api;
let operator: Client;
let street: Client;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});

interface Warning {
  code: string;
  path: string[];
  message: string;
}
const WARNINGS = 'warnings { code path message }';
const shown = (warnings: readonly Warning[]): string[] =>
  warnings.map(({ code, path }) => `${code} ${path.join('.')}`);

async function registered(changes: Record<string, unknown>): Promise<{ payload: Warning[]; own: Warning[] }> {
  const { registerAgreement } = await operator.get<{
    registerAgreement: { agreement: { warnings: Warning[] }; warnings: Warning[] };
  }>(
    `mutation($input: RegisterAgreementInput!) { registerAgreement(input: $input) { agreement { ${WARNINGS} } ${WARNINGS} } }`,
    { input: await validRegistration(api, changes) },
  );
  return { payload: registerAgreement.warnings, own: registerAgreement.agreement.warnings };
}

test('an agreement of more than 12 months is pointed out, where it is registered and where it is read', async () => {
  expect(await registered({})).toEqual({ payload: [], own: [] });
  const endsOn = '2025-01-01';
  const { payload, own } = await registered({
    endsOn,
    terms: [{ name: '年度', startsOn: '2024-01-01', endsOn }],
  });
  expect(shown(payload)).toEqual(['LONGER_THAN_A_YEAR endsOn']);
  expect(own).toEqual(payload);
  expect(own[0]!.message).toContain('12 months');
});

test('one that is refused has no warnings, and its terms leave a gap only where that is said', async () => {
  const input = await validRegistration(api, {
    terms: [{ name: '年度', startsOn: '2024-01-01', endsOn: '2024-11-30' }],
  });
  const mutation = `mutation($input: RegisterAgreementInput!) {
    registerAgreement(input: $input) { agreement { id } ${WARNINGS} userErrors { code path message } } }`;
  const { registerAgreement } = await operator.get<{
    registerAgreement: { agreement: null; warnings: Warning[]; userErrors: Warning[] };
  }>(mutation, { input });
  expect(registerAgreement).toMatchObject({ agreement: null, warnings: [] });
  expect(shown(registerAgreement.userErrors)).toEqual(['TERMS_LEAVE_GAP terms']);
  expect(registerAgreement.userErrors[0]!.message).toContain('2024-12-01');
  expect((await registered({ terms: input.terms, allowGaps: true })).payload).toEqual([]);
});

interface Amended {
  id: string;
  isRetroactive: boolean;
  warnings: Warning[];
}

async function proposed(
  input: Record<string, unknown>,
): Promise<{ amendment: Amended; warnings: Warning[] }> {
  const { proposeAmendment } = await operator.get<{
    proposeAmendment: { amendment: Amended; warnings: Warning[] };
  }>(
    `mutation($input: ProposeAmendmentInput!) {
      proposeAmendment(input: $input) { amendment { id isRetroactive ${WARNINGS} } ${WARNINGS} } }`,
    { input: { reason: '经双方协商一致', ...input } },
  );
  return proposeAmendment;
}

async function confirmed(id: string): Promise<Amended> {
  const { confirmAmendment } = await street.get<{ confirmAmendment: { amendment: Amended } }>(
    `mutation($id: ID!) { confirmAmendment(id: $id) { amendment { id isRetroactive ${WARNINGS} } } }`,
    { id },
  );
  return confirmAmendment.amendment;
}

test('amendments that raise the fee by more than 10 % above the first one in total are pointed out', async () => {
  const agreement = await newStation(api, { annualFee: '1000000' });
  const fee = async (effectiveOn: string, annualFee: string): Promise<string[]> => {
    const { amendment, warnings } = await proposed({ agreementId: agreement.id, effectiveOn, annualFee });
    expect(amendment.warnings).toEqual(warnings);
    expect((await confirmed(amendment.id)).warnings).toEqual(warnings);
    return shown(warnings);
  };
  expect(await fee('2024-03-01', '1080000')).toEqual([]);
  expect(await fee('2024-05-01', '1100000')).toEqual([]);
  // Less than 10 % above the last one, and more above the first.
  expect(await fee('2024-07-01', '1100000.01')).toEqual(['FEE_RAISED annualFee']);
  const { warnings } = await proposed({
    agreementId: agreement.id,
    effectiveOn: '2024-08-01',
    requiredPosts: '3',
  });
  expect(warnings).toEqual([]);
});

test('an amendment with a day in the past is retroactive, one with a day ahead is not', async () => {
  const today = api.clock.now();
  const year = today.getUTCFullYear();
  const days = { startsOn: `${year - 1}-01-01`, endsOn: `${year + 1}-12-31` };
  const agreement = await newStation(api, { ...days, terms: [{ name: '长期', ...days }] });
  const isRetroactive = async (effectiveOn: string, posts: string): Promise<boolean[]> => {
    const { amendment } = await proposed({ agreementId: agreement.id, effectiveOn, requiredPosts: posts });
    return [amendment.isRetroactive, (await confirmed(amendment.id)).isRetroactive];
  };
  expect(await isRetroactive(`${year - 1}-06-01`, '5')).toEqual([true, true]);
  expect(await isRetroactive(`${year + 1}-12-31`, '6')).toEqual([false, false]);
});
