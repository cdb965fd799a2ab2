import { parties } from '../assessment/support/parties';
import { sharedApi } from '../kit/shared-api';
import { newStation } from './support/agreements';
import { propose, takeReasonedStep, takeStep } from './support/amendments';

/** 协议经过: the steps of amendments beside those of their agreement. */
test('the steps of amendments, and what the parties say to them, are among those of the agreement', async () => {
  const api = await sharedApi();
  const { operator, purchaser, bureau } = await parties(api);
  const agreement = await newStation(api, { requiredPosts: '10' });
  const input = { agreementId: agreement.id, effectiveOn: '2024-04-01', requiredPosts: '12' };
  const { amendment: declined } = await propose(operator, input);
  await takeReasonedStep(purchaser, 'declineAmendment', declined!.id, '人员不足');
  const { amendment: withdrawn } = await propose(operator, input);
  await takeReasonedStep(operator, 'withdrawAmendment', withdrawn!.id, '误报');
  const { amendment: ordered } = await propose(bureau, { ...input, documentNumber: '荔民〔2024〕13号' });
  await takeStep(purchaser, 'acknowledgeAmendment', ordered!.id);
  await takeReasonedStep(operator, 'objectToAmendment', ordered!.id, '未与本机构协商');
  const query = 'query($id: ID!) { agreement(id: $id) { events { step reason amendmentId by { name } } } }';
  for (const party of [operator, purchaser, bureau]) {
    const { agreement: seen } = await party.get<{
      agreement: { events: { step: string; reason: string | null; amendmentId: string | null }[] };
    }>(query, { id: agreement.id });
    const noted = seen.events.filter(({ amendmentId }) => amendmentId !== null);
    expect(noted.map(({ step, reason, amendmentId }) => [step, reason, amendmentId])).toEqual([
      ['AMENDMENT_PROPOSED', null, declined!.id],
      ['AMENDMENT_DECLINED', '人员不足', declined!.id],
      ['AMENDMENT_PROPOSED', null, withdrawn!.id],
      ['AMENDMENT_WITHDRAWN', '误报', withdrawn!.id],
      ['AMENDMENT_PROPOSED', null, ordered!.id],
      ['AMENDMENT_ACKNOWLEDGED', null, ordered!.id],
      ['AMENDMENT_OBJECTED', '未与本机构协商', ordered!.id],
    ]);
  }
});
