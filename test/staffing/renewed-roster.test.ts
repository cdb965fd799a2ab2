import { type Agreement, withdrawAs } from '../api/support/agreements';
import { propose } from '../api/support/amendments';
import { organisationId } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import { agreementOfTwoTerms, readRenewed, renew, tryRenew } from '../api/support/renewals';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { change, enrolStaff, person, staffOf, VOID } from './support';

let api: Api;
let operator: Client;
let street: Client;
let bureau: Client;
let next: Client;
let nextOperator: string;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  bureau = await api.as('admin@liwan-bureau.example');
  next = await api.as('admin@datong.example');
  nextOperator = await organisationId(api, '大同');
});

const renewalOf = ({ id }: { id: string }): { agreementId: string; startsOn: string; endsOn: string } => ({
  agreementId: id,
  startsOn: '2025-01-01',
  endsOn: '2025-12-31',
});

describe('the roster of a renewed agreement', () => {
  let earlier: Agreement;
  beforeAll(async () => {
    earlier = await agreementOfTwoTerms(api);
    const [east, west] = earlier.zones;
    const staff = await enrolStaff(
      operator,
      earlier.id,
      person('甲', {
        employedFrom: '2023-03-20',
        zoneIds: [east!.id],
        position: '站长',
        practisingSince: '2020-05-01',
        certificates: [
          { level: 'ASSISTANT', passedOn: null },
          { level: 'INTERMEDIATE', passedOn: '2024-06-20' },
        ],
      }),
      person('乙', { employedTo: '2024-12-30' }),
      person('丙', { employedTo: '2024-12-31', kind: 'ADMINISTRATION' }),
      person('丁'),
      person('戊', { employedFrom: '2025-02-01' }),
    );
    await operator.get(VOID, { id: staff[3]!.id, reason: '误录' });
    // The zones of the last day: not those of the enrolment.
    for (const [from, zoneIds] of [
      ['2024-06-01', [west!.id]],
      ['2024-09-01', [east!.id, west!.id]],
    ] as const) {
      await change(operator, 'setStaffZones', { memberId: staff[0]!.id, from, zoneIds });
    }
  });

  const COPIED = [
    {
      name: '甲',
      code: '社工01',
      position: '站长',
      practisingSince: '2020-05-01',
      spells: [{ employedFrom: '2023-03-20', employedTo: null }],
      certificates: [
        { level: 'ASSISTANT', passedOn: null },
        { level: 'INTERMEDIATE', passedOn: '2024-06-20' },
      ],
      zones: [
        { share: '0.5', zone: { name: '东片' } },
        { share: '0.5', zone: { name: '西片' } },
      ],
    },
    { name: '丙', code: '行政01', spells: [{ employedFrom: '2024-01-01', employedTo: null }], zones: [] },
  ];

  test('of those still on post on the last day goes with the operator', async () => {
    const renewed = await renew(operator, renewalOf(earlier));
    expect(await staffOf(operator, renewed.id)).toMatchObject(COPIED);
    expect(await staffOf(operator, renewed.id)).toHaveLength(2);
    await withdrawAs(operator, renewed);
    const without = await renew(operator, { ...renewalOf(earlier), withRoster: false });
    expect(await staffOf(operator, without.id)).toEqual([]);
    await withdrawAs(operator, without);
  });

  test('does not go with a street, no matter the operator', async () => {
    for (const operatorId of [null, nextOperator]) {
      const renewed = await renew(street, { ...renewalOf(earlier), operatorId });
      expect(await staffOf(street, renewed.id)).toEqual([]);
      await withdrawAs(street, renewed);
    }
    const { userErrors } = await tryRenew(street, { ...renewalOf(earlier), withRoster: true });
    expect(codesAndPaths(userErrors)).toEqual(['ROSTER_STAYS withRoster']);
  });

  test('goes with a bureau where the operator stays; another operator gets it where the bureau says so', async () => {
    const same = await renew(bureau, { ...renewalOf(earlier), asProposal: true });
    expect(same.state).toBe('PROPOSED');
    expect(await staffOf(operator, same.id)).toMatchObject(COPIED);
    await withdrawAs(bureau, same);
    const change = await renew(bureau, {
      ...renewalOf(earlier),
      operatorId: nextOperator,
      asProposal: true,
    });
    expect(await staffOf(bureau, change.id)).toEqual([]);
    await withdrawAs(bureau, change);
  });

  test('goes with the rest in a takeover: the bureau ends the agreement early and registers the successor’s', async () => {
    const input = { ...renewalOf(earlier), startsOn: '2024-11-16', operatorId: nextOperator };
    const before = await tryRenew(bureau, { ...input, withRoster: true });
    expect(codesAndPaths(before.userErrors)).toEqual(['RENEWAL_TOO_EARLY startsOn']);
    const end = { agreementId: earlier.id, effectiveOn: '2024-11-16', endsOn: '2024-11-15' };
    expect((await propose(bureau, { ...end, documentNumber: '荔民〔2024〕1号' })).userErrors).toEqual([]);

    const renewed = await renew(bureau, { ...input, withRoster: true });
    expect(renewed).toMatchObject({ state: 'CONFIRMED', operator: { name: '广州市大同社会工作服务中心' } });
    expect(renewed.targets).toHaveLength(6);
    // 乙 is on post on the new last day, too.
    expect((await staffOf(next, renewed.id)).map(({ name }) => name)).toEqual(['甲', '乙', '丙']);

    // Neither operator learns of the other's agreement; the street and the bureau see both.
    expect(await readRenewed(next, earlier.id)).toBeNull();
    expect((await readRenewed(next, renewed.id))!.renews).toBeNull();
    expect(await readRenewed(operator, renewed.id)).toBeNull();
    expect((await readRenewed(operator, earlier.id))!.renewedBy).not.toContainEqual({ id: renewed.id });
    for (const client of [street, bureau]) {
      expect((await readRenewed(client, renewed.id))!.renews).toEqual({ id: earlier.id });
      expect((await readRenewed(client, earlier.id))!.renewedBy).toContainEqual({ id: renewed.id });
    }
  });
});
