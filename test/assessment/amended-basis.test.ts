import { amend } from '../api/support/amendments';
import { sharedApi } from '../kit/shared-api';
import { basisOf, changesOf, stationWithBasis } from './support/basis';
import { parties } from './support/parties';
import { close, scoreAll } from './support/questions';

const BASIS = `query($id: ID!) { node(id: $id) { ... on Assessment {
  basisStaffing { required requiredCertified stabilityPercent headCountAtEnd parameters { requiredPosts } }
  basisFunding { annualFee instalments { due } } } } }`;

test('amendments whose day lies in a closed assessment, and an early end after it, leave its basis as it was', async () => {
  const api = await sharedApi();
  const who = await parties(api);
  const { agreement, assessment } = await stationWithBasis(api, who);
  await scoreAll(who, assessment.id);
  await close(who.bureau, assessment.id);
  const seen = async (): Promise<unknown> => ({
    ...(await basisOf(who.operator, assessment.id)),
    changesSince: [],
    more: await who.operator.get(BASIS, { id: assessment.id }),
  });
  const before = await seen();
  expect(before).toMatchObject({
    more: { node: { basisStaffing: { required: '12' }, basisFunding: { annualFee: '2400000.00' } } },
  });

  const by = { proposer: who.operator, confirmer: who.city };
  const of = { agreementId: agreement.id };
  await amend(by, { ...of, effectiveOn: '2024-05-01', requiredPosts: '3', annualFee: '2500000' });
  await amend(by, { ...of, effectiveOn: '2024-08-01', endsOn: '2024-07-31' });

  expect(await seen()).toEqual(before);
  const changes = changesOf(await basisOf(who.bureau, assessment.id));
  // 4 × 2 + 2 × 3 = 14 person-months
  expect(changes).toEqual(
    expect.arrayContaining(['STAFFING required: 12 → 14', 'FUNDING annualFee: 2400000.00 → 2500000.00']),
  );
  expect(changes.filter((line) => line.startsWith('STAFFING members'))).toEqual([]);
});
