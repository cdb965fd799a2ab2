import { parties, type Parties } from '../assessment/support/parties';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newProposal } from './support/agreements';
import { codeOf, refusals, agreementOf, STEPS, take } from './support/proposals';

/** 合同备案: the paper contract beside an agreement, and the steps in the audit log. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

test('the paper contract is kept with a confirmed agreement, by either party or the bureau, bit by bit', async () => {
  const proposal = await newProposal(api, { contractNumber: '合-1', signedOn: '2023-12-20' });
  const papers = async (client: Client, input: object): Promise<string[]> =>
    refusals(client, 'recordContract', { input: { agreementId: proposal.id, ...input } });
  expect(await papers(who.operator, { filedOn: '2024-01-05' })).toEqual(['NOT_CONFIRMED agreementId']);
  await take(who.purchaser, 'confirmAgreement', proposal);
  expect(await papers(who.operator, { filedOn: '2024-01-05' })).toEqual([]);
  expect(await papers(who.purchaser, { publishedOn: '2024-01-09', contractNumber: '合-1（补）' })).toEqual(
    [],
  );
  expect(await papers(who.bureau, { signedOn: '2023-12-21' })).toEqual([]);
  expect(await papers(who.bureau, { signedOn: '1999-12-31', contractNumber: ' ' })).toEqual([
    'EMPTY_TEXT contractNumber',
    'DAY_OUT_OF_RANGE signedOn',
  ]);
  const input = { agreementId: proposal.id, contractNumber: '改' };
  expect(await codeOf(await api.as('worker@fengyuan.example'), STEPS.recordContract, { input })).toBe(
    'FORBIDDEN',
  );
  expect(await agreementOf(who.operator, proposal)).toMatchObject({
    contractNumber: '合-1（补）',
    signedOn: '2023-12-21',
    filedOn: '2024-01-05',
    publishedOn: '2024-01-09',
  });
});

test('every step is in the audit log of the one who took it', async () => {
  const proposal = await newProposal(api);
  await take(who.purchaser, 'declineAgreement', { ...proposal, reason: '日期有误' });
  const logOf = async (client: Client): Promise<string[]> => {
    const { auditLog } = await client.get<{
      auditLog: { nodes: { action: string; thingId: string | null }[] };
    }>('{ auditLog(first: 100) { nodes { action thingId } } }');
    return auditLog.nodes.filter(({ thingId }) => thingId === proposal.id).map(({ action }) => action);
  };
  expect(await logOf(who.operator)).toEqual(['AGREEMENT_REGISTERED']);
  expect(await logOf(who.purchaser)).toEqual(['AGREEMENT_DECLINED']);
});
