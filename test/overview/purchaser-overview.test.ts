import { registerConfirmed, validRegistration } from '../api/support/agreements';
import { close, must, open, scoreAll } from '../assessment/support/questions';
import { parties, type Parties } from '../assessment/support/parties';
import { mutate, fundedStation } from '../funding/support/money';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Overview, purchaserOverview } from './support';

let api: TestApi;
let all: Parties;
let street: Client;
beforeAll(async () => {
  api = await startApi();
  all = await parties(api);
  street = all.purchaser;
});
afterAll(async () => {
  await api.close();
});

async function seenOn(id: string, on?: string): Promise<Overview> {
  const { nodes } = await purchaserOverview(street, { on: on ?? null, first: 100 });
  return nodes.find(({ agreement }) => agreement.id === id)!;
}

const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(api.clock.now());

test('a purchaser sees only its own agreements, the latest first', async () => {
  const { nodes, totalCount } = await purchaserOverview(await api.as('admin@yuangang-street.example'), {});
  expect(nodes.map(({ station: { name } }) => name)).toEqual(['广州市元岗街社工服务站']);
  expect(totalCount).toBe(1);

  const first = await fundedStation(api);
  const earlier = await registerConfirmed(
    api,
    all.operator,
    await validRegistration(api, {
      newStation: null,
      stationId: first.station.id,
      startsOn: '2022-01-01',
      endsOn: '2022-12-31',
      terms: [{ name: '年度', startsOn: '2022-01-01', endsOn: '2022-12-31' }],
    }),
  );
  const list = (await purchaserOverview(street)).nodes;
  const days = list.map(({ agreement }) => agreement.startsOn);
  expect(days).toEqual([...days].sort().reverse());
  const ids = list.map(({ agreement }) => agreement.id);
  expect(ids).toContain(first.id);
  expect(ids).toContain(earlier.id);
});

test('money due is the released and not received amount by the day', async () => {
  const agreement = await fundedStation(api);
  const due = async (on: string): Promise<string> => (await seenOn(agreement.id, on)).funding.overdue;
  // 55 % of 2,400,000 at signing.
  expect(await due('2024-01-01')).toBe('1320000.00');
  await mutate(all.operator, 'recordReceipt', {
    agreementId: agreement.id,
    condition: 'SIGNING',
    receivedOn: '2024-03-05',
    amount: '1000000.50',
  });
  expect([await due('2024-03-04'), await due('2024-03-05')]).toEqual(['1320000.00', '319999.50']);

  const opening = { kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30', assessorId: all.assessorId };
  const assessment = await open(all.bureau, { agreementId: agreement.id, ...opening });
  await scoreAll(all, assessment.id, ['20', '10', '15', '55']);
  expect(await due(today())).toBe('319999.50');
  must(await close(all.bureau, assessment.id));
  // Closed today with EXCELLENT: 40 % more.
  expect(await due(today())).toBe('1279999.50');
});

test('the fiscal year is that of the day, with the amount at risk of recall', async () => {
  const agreement = await fundedStation(api);
  const recall = { share: '0.8', by: '2024-08-31' };
  await mutate(street, 'setFiscalBudget', {
    agreementId: agreement.id,
    fiscalYear: 2024,
    amount: '1000000',
    recall,
  });
  await mutate(street, 'recordPayment', {
    agreementId: agreement.id,
    fiscalYear: 2024,
    paidOn: '2024-05-05',
    amount: '250000',
  });
  expect((await seenOn(agreement.id, '2024-06-01')).fiscalYear).toEqual({
    fiscalYear: 2024,
    budget: '1000000.00',
    paid: '250000.00',
    executionPercent: '25.00',
    recall: { state: 'OPEN', atRisk: '750000.00' },
  });
  expect((await seenOn(agreement.id, '2024-09-01')).fiscalYear?.recall?.state).toBe('MISSED');
  expect((await seenOn(agreement.id, '2024-05-04')).fiscalYear?.paid).toBe('0.00');
  expect((await seenOn(agreement.id, '2026-02-01')).fiscalYear).toBeNull();
});

test('an assessment is upcoming until it is closed, and late when it is not opened by its day', async () => {
  const agreement = await fundedStation(api);
  const ahead = async (on: string): Promise<string[]> =>
    (await seenOn(agreement.id, on)).assessmentsAhead.map(
      ({ kind, expectedOn, isLate, assessment }) =>
        `${kind} ${expectedOn}${isLate ? ' late' : ''}${assessment ? ' open' : ''}`,
    );
  // 366 days: the 183rd is 1 July.
  expect(await ahead('2024-07-01')).toEqual(['MIDTERM 2024-07-01', 'FINAL 2024-12-31']);
  expect(await ahead('2024-07-02')).toEqual(['MIDTERM 2024-07-01 late', 'FINAL 2024-12-31']);
  const opening = { kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30', assessorId: all.assessorId };
  const assessment = await open(all.bureau, { agreementId: agreement.id, ...opening });
  expect(await ahead(today())).toEqual(['MIDTERM 2024-07-01 open', 'FINAL 2024-12-31 late']);
  await scoreAll(all, assessment.id, ['20', '10', '15', '44.99']);
  must(await close(all.bureau, assessment.id));
  expect(await ahead(today())).toEqual(['FINAL 2024-12-31 late']);
  expect((await seenOn(agreement.id)).lastAssessment).toEqual({
    kind: 'MIDTERM',
    grade: 'GOOD',
    total: '89.99',
  });
  expect(await ahead('2024-07-02')).toEqual(['MIDTERM 2024-07-01 late', 'FINAL 2024-12-31']);
});
