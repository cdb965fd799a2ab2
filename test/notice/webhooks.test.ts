import { Webhook as Verifier } from 'standardwebhooks';
import { newStation, newProposal, withdraw } from '../api/support/agreements';
import { accept, handIn, sendBack } from '../api/support/months';
import { stationWithBasis } from '../assessment/support/basis';
import { parties, type Parties } from '../assessment/support/parties';
import { close, scoreAll } from '../assessment/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Receiver, startReceiver } from './support/receiver';
import { EVENTS, register, webhookOf } from './support/webhooks';

/** 事件推送: what is sent to whom, and how it is signed. */
let api: TestApi;
let who: Parties;
let receiver: Receiver;
beforeAll(async () => {
  api = await startApi({ WEBHOOK_ALLOW_PRIVATE: 'true' });
  who = await parties(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  // What happened before anybody was to be notified of it.
  await api.server.outbox.drive();
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
});

const delivered = (path?: string): string[] =>
  receiver.received
    .filter((one) => path === undefined || one.path === path)
    .map(({ message }) => message.type)
    .sort();
const registered = async (client: Client, name: string, events = EVENTS): Promise<string> => {
  const url = `${receiver.url}/${name}`;
  await register(client, url, events);
  return new URL(url).pathname;
};

test('each event is reported with its ids, days and figures, and with no name or text of anybody', async () => {
  const { secret } = await register(who.operator, receiver.url);
  const { agreement, assessment } = await stationWithBasis(api, who);
  const { month } = await handIn(who.operator, agreement.id, '2024-03', '附照片');
  await sendBack(who.purchaser, month!.id, '缺建档');
  await handIn(who.operator, agreement.id, '2024-03');
  await accept(who.purchaser, month!.id);
  await scoreAll(who, assessment.id);
  await close(who.bureau, assessment.id);
  await api.server.outbox.drive();
  expect(delivered()).toEqual([
    'agreement.confirmed',
    'assessment.closed',
    'month.accepted',
    'month.handed_in',
    'month.handed_in',
    'month.sent_back',
  ]);
  const of = (type: string): Record<string, unknown> =>
    receiver.received.find(({ message }) => message.type === type)!.message.data;
  const ids = {
    agreementId: agreement.id,
    stationId: agreement.station.id,
    districtCode: '440103',
    operatorId: expect.any(String) as string,
    purchaserId: expect.any(String) as string,
  };
  expect(of('agreement.confirmed')).toEqual({ ...ids, startsOn: '2024-01-01', endsOn: '2024-12-31' });
  const ofMonth = { ...ids, month: '2024-03', monthId: `${agreement.id}.2024-03`, closesAfter: null };
  for (const type of ['month.handed_in', 'month.sent_back', 'month.accepted'])
    expect(of(type)).toEqual(ofMonth);
  expect(of('assessment.closed')).toEqual({
    ...ids,
    assessmentId: assessment.id,
    kind: 'MIDTERM',
    from: '2024-01-01',
    to: '2024-06-30',
    total: expect.any(String) as string,
    grade: expect.any(String) as string,
  });
  for (const { headers, body, message } of receiver.received) {
    expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toEqual(message);
    expect(() =>
      new Verifier(`whsec_${'A'.repeat(43)}=`).verify(body, headers as Record<string, string>),
    ).toThrow();
    expect(headers['content-type']).toBe('application/json');
    expect(Number.isNaN(Date.parse(message.timestamp))).toBe(false);
    expect(body).not.toMatch(/缺建档|附照片|陈美玲/);
  }
});

test('an event is sent to everyone who reads the agreement, and to nobody else', async () => {
  const names: [string, Client][] = [
    ...(['operator', 'purchaser', 'bureau', 'city', 'mentors', 'assessor'] as const),
    ...(['otherOperator', 'otherPurchaser', 'otherBureau', 'otherAssessor'] as const),
  ].map((name) => [name, who[name]]);
  const paths = new Map<string, string>();
  for (const [name, client] of names) paths.set(name, await registered(client, name, ['MONTH_HANDED_IN']));
  const { agreement } = await stationWithBasis(api, who);
  await handIn(who.operator, agreement.id, '2024-03');
  await api.server.outbox.drive();
  const reached = names.map(([name]) => name).filter((name) => delivered(paths.get(name)).length > 0);
  expect(reached).toEqual(['operator', 'purchaser', 'bureau', 'city', 'mentors', 'assessor']);
  for (const [, client] of names) {
    const { data } = await client.ask<{ webhooks: { deliveries: { nodes: { body: string }[] } }[] }>(
      '{ webhooks { deliveries { nodes { body } } } }',
    );
    const bodies = data!.webhooks.flatMap(({ deliveries }) => deliveries.nodes.map(({ body }) => body));
    const foreign = reached.length > 0 && bodies.some((body) => body.includes(agreement.id));
    expect(foreign).toBe(names.findIndex(([, one]) => one === client) < 6);
  }
});

test('only the chosen events are sent; a proposal, and a step that is refused, are none', async () => {
  const path = await registered(who.purchaser, 'chosen', ['MONTH_ACCEPTED']);
  const proposal = await newProposal(api);
  await withdraw(api, proposal);
  const { id } = await newStation(api);
  const { month } = await handIn(who.operator, id, '2024-03');
  expect((await accept(who.purchaser, `${id}.2024-04`)).userErrors).not.toEqual([]);
  await api.server.outbox.drive();
  expect(delivered(path)).toEqual([]);
  await accept(who.purchaser, month!.id);
  await api.server.outbox.drive();
  expect(delivered(path)).toEqual(['month.accepted']);
});

test('a delivery is listed with what came of it, page by page', async () => {
  const { id } = await register(who.otherOperator, receiver.url, ['AGREEMENT_CONFIRMED']);
  expect(await webhookOf(who.otherOperator, id)).toMatchObject({ deliveries: { totalCount: 0, nodes: [] } });
  const own = await register(who.operator, receiver.url, ['MONTH_HANDED_IN']);
  const agreement = await newStation(api);
  for (const month of ['2024-01', '2024-02', '2024-03']) await handIn(who.operator, agreement.id, month);
  await api.server.outbox.drive();
  const { deliveries } = await webhookOf(who.operator, own.id);
  expect(deliveries.totalCount).toBe(3);
  for (const delivery of deliveries.nodes) {
    expect(delivery).toMatchObject({
      event: 'MONTH_HANDED_IN',
      state: 'DELIVERED',
      attempts: 1,
      lastStatus: 204,
      lastFailure: null,
      nextAttemptAt: null,
      deliveredAt: api.clock.now().toISOString(),
    });
    const arrived = receiver.received.find(({ headers }) => headers['webhook-id'] === delivery.eventId);
    expect(arrived?.body).toBe(delivery.body);
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { webhooks: { id: string; deliveries: PageOf }[] } = await who.operator.get(
      `query($after: String) { webhooks { id deliveries(first: 1, after: $after) {
         nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    const { nodes, pageInfo } = page.webhooks.find((webhook) => webhook.id === own.id)!.deliveries;
    seen.push(...nodes.map(({ id: one }) => one));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(deliveries.nodes.map(({ id: one }) => one));
});

interface PageOf {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
