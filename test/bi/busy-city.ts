import fc from 'fast-check';
import { amend } from '../api/support/amendments';
import type { Agreement } from '../api/support/agreements';
import { busyStation } from '../api/support/busy-station';
import { open, score } from '../assessment/support/questions';
import { parties } from '../assessment/support/parties';
import { mutate, fundedStation } from '../funding/support/money';
import type { Api } from '../kit/api';
import { change, enrolStaff, person, recordPay, SET_PARAMETERS } from '../staffing/support';

/**
 * The demo, a station with a thousand records, one with every accepted edge case of staff and money, and one whose
 * values amendments have changed.
 */
export async function busyCity(api: Api): Promise<{ busy: Agreement; odd: Agreement }> {
  const { agreement: busy } = await busyStation(api, 41);
  const odd = await fundedStation(api, {
    // Thirds of a fen: the rounding difference goes to the last instalment.
    annualFee: '100000.01',
    instalments: [
      { condition: 'SIGNING', share: '0.333333' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.333333' },
      { condition: 'FINAL_QUALIFIED', share: '0.333334' },
    ],
  });
  await oddStaff(api, odd);
  await oddMoney(api, odd);
  await amendedStation(api);
  const { bureau, purchaser, mentors, assessorId } = await parties(api);
  const { id } = await open(bureau, { agreementId: odd.id, assessorId });
  await score(purchaser, id, '17.05');
  await score(mentors, id, '14.9');
  return { busy, odd };
}

const DAYS = fc
  .integer({ min: 0, max: 1100 })
  .map((days) => new Date(Date.UTC(2022, 10, 1) + days * 86_400_000).toISOString().slice(0, 10));
/** First and last days of months, the boundaries of the rules. */
const DAY = fc.oneof(
  DAYS,
  fc.constantFrom('2024-01-15', '2024-01-16', '2024-02-29', '2024-03-01', '2023-12-31'),
);
const CERTIFICATE = fc.record({
  level: fc.constantFrom('ASSISTANT', 'INTERMEDIATE', 'SENIOR'),
  passedOn: fc.option(DAY),
});
const PERSON = fc.record({
  days: fc.tuple(DAY, DAY).map((days) => [...days].sort()),
  stays: fc.boolean(),
  practisingSince: fc.option(fc.oneof(DAY, fc.constantFrom('2022-02-01', '2022-02-02', '2022-05-31'))),
  certificates: fc.uniqueArray(CERTIFICATE, { maxLength: 2, selector: ({ level }) => level }),
  zones: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('SOCIAL_WORKER', 'SOCIAL_WORKER', 'SOCIAL_WORKER', 'ADMINISTRATION'),
});

async function oddStaff(api: Api, { id, zones }: Agreement): Promise<void> {
  const admin = await api.as('admin@fengyuan.example');
  const [people = []] = fc.sample(fc.array(PERSON, { minLength: 80, maxLength: 80 }), {
    seed: 7,
    numRuns: 1,
  });
  const members = await enrolStaff(
    admin,
    id,
    ...people.map(({ days, stays, zones: count, ...rest }, at) =>
      person(`某人${at}`, {
        ...rest,
        employedFrom: days[0],
        employedTo: stays ? null : days[1],
        zoneIds: zones.slice(0, count).map((zone) => zone.id),
      }),
    ),
  );
  await recordPay(
    admin,
    id,
    members
      .filter(({ spells }) => spells.some(({ employedTo }) => employedTo === null))
      .map(({ id: memberId }, at) => ({
        memberId,
        month: '2024-12',
        salaryPaid: at % 2 === 0,
        socialInsurancePaid: at % 3 === 0 ? null : true,
      })),
  );
  await admin.get(SET_PARAMETERS, {
    input: { agreementId: id, halfAfterDay: 10, practiceYears: 3, certifiedAfterMonths: 2 },
  });
}

async function oddMoney(api: Api, { id: agreementId }: Agreement): Promise<void> {
  const operator = await api.as('admin@fengyuan.example');
  const street = await api.as('admin@fengyuan-street.example');
  const receipt = { agreementId, condition: 'SIGNING', receivedOn: '2024-01-20', amount: '33000' };
  await mutate(operator, 'recordReceipt', { ...receipt, paidOn: '2023-12-29' });
  const { entryId } = await mutate(operator, 'recordReceipt', { ...receipt, amount: '0.03' });
  await mutate(operator, 'reverseReceipt', { id: entryId, reason: '重复' });
  const { receivedOn: _, ...monthly } = receipt;
  await mutate(operator, 'recordReceipt', { ...monthly, amount: '11.10', receivedMonth: '2024-02' });
  const line = (category: string, amount: string): object => ({ category, amount });
  await mutate(operator, 'setBudget', { agreementId, lines: [line('人员', '60000'), line('督导', '3000')] });
  await mutate(operator, 'recordExpenditure', {
    agreementId,
    category: '未列预算',
    amount: '88.80',
    spentOn: '2024-02-02',
  });
  await mutate(operator, 'recordExpenditure', {
    agreementId,
    category: '督导',
    amount: '7.77',
    spentOn: '2024-05-06',
  });
  await mutate(operator, 'setBudget', { agreementId, lines: [line('人员', '60000'), line('活动', '1600')] });
  for (const amount of ['3', '19.99', '1.01']) {
    await mutate(operator, 'recordExpenditure', {
      agreementId,
      category: '活动',
      amount,
      spentOn: '2024-07-01',
    });
  }
  const fiscal = { agreementId, fiscalYear: 2023, amount: '90000' };
  await mutate(street, 'setFiscalBudget', fiscal);
  await mutate(street, 'setFiscalBudget', {
    ...fiscal,
    amount: '96000',
    recall: { share: '0.8', by: '2023-08-31' },
  });
  await mutate(street, 'recordPayment', { agreementId, fiscalYear: 2023, amount: '1234.56' });
}

/** Posts, share, fee and instalments of the first day, of the middle of a month and of a later day; zones from a day on; an early end. */
async function amendedStation(api: Api): Promise<void> {
  const days = { startsOn: '2024-01-20', endsOn: '2024-12-31' };
  const { id, zones } = await fundedStation(api, {
    ...days,
    terms: [{ name: '年度', ...days }],
    annualFee: '1000000',
    requiredPosts: '4',
    requiredCertifiedShare: '0.5',
  });
  const admin = await api.as('admin@fengyuan.example');
  const by = { proposer: admin, confirmer: await api.as('admin@guangzhou-bureau.example') };
  const zoneIds = zones.map((zone) => zone.id);
  const members = await enrolStaff(
    admin,
    id,
    person('甲', { employedFrom: '2023-05-01', zoneIds: zoneIds.slice(0, 1) }),
    person('乙', { employedFrom: '2024-03-20', employedTo: '2024-12-31' }),
    person('丙', { employedFrom: '2024-01-20', zoneIds: zoneIds.slice(0, 2) }),
  );
  for (const [at, from, ...own] of [
    [0, '2024-04-02', 1],
    [0, '2024-09-01', 1, 2],
    [1, '2024-01-20', 2],
    [1, '2024-06-01'],
    [1, '2024-06-01', 0],
    [2, '2024-07-01', 2],
  ] as const) {
    const changed = { memberId: members[at]!.id, from, zoneIds: own.map((place) => zoneIds[place]) };
    await change(admin, 'setStaffZones', changed);
  }
  const amending = async (effectiveOn: string, input: Record<string, unknown>): Promise<unknown> =>
    amend(by, { agreementId: id, effectiveOn, ...input });
  await amending('2024-01-20', { requiredPosts: '5.5', annualFee: '1000000.01' });
  await amending('2024-05-15', { requiredPosts: '6', requiredCertifiedShare: '0.6' });
  await amending('2024-08-01', {
    instalments: [
      { condition: 'SIGNING', share: '0.333333' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.666667' },
    ],
    zones: [{ id: zoneIds[0], name: '东片（新）' }],
  });
  await amending('2024-10-11', { endsOn: '2024-10-10' });
  const category = '人员';
  await mutate(admin, 'setBudget', {
    agreementId: id,
    expectedVersion: 0,
    lines: [{ category, amount: '900000' }],
  });
  await mutate(admin, 'recordExpenditure', {
    agreementId: id,
    category,
    amount: '250000',
    spentOn: '2024-02-01',
  });
}
