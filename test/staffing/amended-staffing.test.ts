import { overviewRow } from '../api/support/overview';
import { amend } from '../api/support/amendments';
import { type Agreement, newStation } from '../api/support/agreements';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { enrolStaff, person, report, type Report, staffOf } from './support';

/** 附件2 of an agreement that amendments change in the year, in an agreement from January to December 2024. */
let api: Api;
let admin: Client;
let city: Client;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  city = await api.as('admin@guangzhou-bureau.example');
});

async function stationOfTen(changes: Record<string, unknown> = {}): Promise<Agreement> {
  return newStation(api, { requiredPosts: '10', requiredCertifiedShare: '0.5', ...changes });
}

async function change(
  agreement: Agreement,
  effectiveOn: string,
  input: Record<string, unknown>,
): Promise<void> {
  await amend({ proposer: admin, confirmer: city }, { agreementId: agreement.id, effectiveOn, ...input });
}

const monthsOf = ({ members }: Report): string[] => members.map(({ months }) => months.join(' '));

describe('posts', () => {
  it('10 until June and 12 from 1 July require 132 person-months', async () => {
    const agreement = await stationOfTen();
    await enrolStaff(admin, agreement.id, ...['甲', '乙', '丙'].map((name) => person(name)));
    await change(agreement, '2024-07-01', { requiredPosts: '12', requiredCertifiedShare: '0.6' });
    // 6 × 10 + 6 × 12 = 132, × 0.6 = 79.2; 3 × 12 = 36 on post; 3 / 12 = 25 %
    expect(await report(admin, agreement)).toMatchObject({
      required: '132',
      requiredCertified: '79.2',
      total: '36',
      surplus: '-96',
      stabilityPercent: '25.00',
      parameters: { requiredPosts: '12', requiredCertifiedShare: '0.6' },
    });
    // 6 × 10 = 60, × 0.5 = 30; 3 / 10 = 30 %
    const half = await report(admin, agreement, '2024-01', '2024-06');
    expect(half).toMatchObject({
      required: '60',
      requiredCertified: '30',
      stabilityPercent: '30.00',
      parameters: { requiredPosts: '10', requiredCertifiedShare: '0.5' },
    });
    const turn = await report(admin, agreement, '2024-06', '2024-07');
    expect(turn.months.map(({ postsSurplus }) => postsSurplus)).toEqual(['-7', '-9']);
  });

  it('of a day within a month count from the next month, of the first day from the first', async () => {
    const days = { startsOn: '2024-01-10', endsOn: '2024-12-31' };
    const agreement = await stationOfTen({ ...days, terms: [{ name: '期', ...days }] });
    await change(agreement, '2024-03-02', { requiredPosts: '11' });
    await change(agreement, '2024-01-10', { requiredPosts: '8' });
    // 3 × 8 + 9 × 11 = 123
    expect(await report(admin, agreement)).toMatchObject({ required: '123' });
    expect(await report(admin, agreement, '2024-01', '2024-03')).toMatchObject({ required: '24' });
  });

  it('of two amendments are each in force until the next', async () => {
    const agreement = await stationOfTen();
    await change(agreement, '2024-10-01', { requiredPosts: '14' });
    await change(agreement, '2024-04-01', { requiredPosts: '6.5' });
    // 3 × 10 + 6 × 6.5 + 3 × 14 = 30 + 39 + 42 = 111
    expect(await report(admin, agreement)).toMatchObject({ required: '111' });
  });

  it('in every overview as in the report', async () => {
    const agreement = await stationOfTen();
    await enrolStaff(admin, agreement.id, person('甲'), person('乙', { employedFrom: '2024-06-20' }));
    await change(agreement, '2024-07-01', { requiredPosts: '12' });
    const seenOn = async (on: string): Promise<unknown> =>
      (
        await overviewRow<{ staffing: unknown }>(
          admin,
          agreement.id,
          on,
          'staffing { through personMonths required percent }',
        )
      )?.staffing;
    // 6 + 0.5 = 6.5; 6.5 / 60 = 10.83 %
    expect(await seenOn('2024-07-30')).toEqual({
      through: '2024-06',
      personMonths: '6.5',
      required: '60',
      percent: '10.83',
    });
    // 8 + 2.5 = 10.5; 6 × 10 + 2 × 12 = 84; 10.5 / 84 = 12.5 %
    expect(await seenOn('2024-08-31')).toEqual({
      through: '2024-08',
      personMonths: '10.5',
      required: '84',
      percent: '12.50',
    });
    expect(await seenOn('2025-06-01')).toMatchObject({ required: '132', personMonths: '18.5' });
    expect(await seenOn('2024-01-15')).toMatchObject({ required: '0', personMonths: '0' });
  });
});

describe('an early end', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await stationOfTen();
    await enrolStaff(
      admin,
      agreement.id,
      person('甲', { employedTo: '2024-11-30' }),
      person('乙'),
      person('丙', { employedFrom: '2024-09-01' }),
    );
    await change(agreement, '2024-08-11', { endsOn: '2024-08-10' });
    agreement = { ...agreement, endsOn: '2024-08-10' };
  });

  it('ends the reports, and counts its month whole', async () => {
    const answer = await report(admin, agreement);
    // 8 × 10 = 80; 甲 and 乙 eight months each
    expect(answer).toMatchObject({
      required: '80',
      total: '16',
      headCountAtEnd: 2,
      stabilityPercent: '20.00',
    });
    expect(answer.left).toEqual([]);
    expect(monthsOf(answer)).toEqual(['1 1 1 1 1 1 1 1', '1 1 1 1 1 1 1 1', '0 0 0 0 0 0 0 0']);
    const ask = report(admin, agreement, '2024-08', '2024-09');
    await expect(ask).rejects.toThrow('2024-01 to 2024-08');
  });

  it('cuts the spells, of which the roster keeps what was entered', async () => {
    const [first, second] = await staffOf(admin, agreement.id);
    expect(first!.spells).toMatchObject([
      { employedFrom: '2024-01-01', employedTo: '2024-08-10', employedToAsGiven: '2024-11-30' },
    ]);
    expect(second!.spells).toMatchObject([{ employedTo: null, employedToAsGiven: null }]);
  });
});
