import { MemberRole } from '../../src/access';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  type Agreement,
  confirm,
  demoAgreement,
  newStation,
  register,
  type Registration,
  REGISTER,
  validRegistration,
  tryRegister,
} from './support/agreements';
import { ACCOUNTS, enrol, organisationId } from './support/people';
import { codesAndPaths, completion, record, totalOf } from './support/questions';

/** Who may register agreements, for whom, and what each party sees when the operator of a station changes. */
let api: Api;
beforeAll(async () => {
  api = await sharedApi();
});

/** A valid registration in the district of a purchaser. */
async function registrationFor(
  purchaser: string,
  operator: string,
  districtCode: string,
): Promise<Registration> {
  const input = await validRegistration(api);
  return {
    ...input,
    newStation: { ...(input.newStation as Registration), districtCode },
    operatorId: await organisationId(api, operator),
    purchaserId: await organisationId(api, purchaser),
  };
}

const FENGYUAN_STREET = '广州市荔湾区逢源街道办事处';
const ZHONGNAN_STREET = '广州市荔湾区人民政府中南街道办事处';
const YUANGANG_STREET = '广州市天河区人民政府元岗街道办事处';

describe('a new station', () => {
  it.each([
    ['admin@fengyuan.example', '逢源人家', FENGYUAN_STREET, '440103', []],
    ['admin@fengyuan.example', '逢源人家', YUANGANG_STREET, '440106', []],
    ['admin@fengyuan.example', '大同', FENGYUAN_STREET, '440103', ['NOT_YOUR_ORGANISATION operatorId']],
    ['admin@fengyuan-street.example', '大同', FENGYUAN_STREET, '440103', []],
    [
      'admin@fengyuan-street.example',
      '大同',
      ZHONGNAN_STREET,
      '440103',
      ['NOT_YOUR_ORGANISATION purchaserId'],
    ],
    ['admin@liwan-bureau.example', '北斗星', ZHONGNAN_STREET, '440103', []],
    [
      'admin@liwan-bureau.example',
      '北斗星',
      YUANGANG_STREET,
      '440106',
      ['DISTRICT_NOT_YOURS newStation.districtCode'],
    ],
    ['admin@tianhe-bureau.example', '北斗星', YUANGANG_STREET, '440106', []],
    ['admin@guangzhou-bureau.example', '北斗星', YUANGANG_STREET, '440106', []],
    ['admin@guangzhou-bureau.example', '大同', ZHONGNAN_STREET, '440103', []],
  ])('by %s for %s and %s in %s: %j', async (account, operator, purchaser, district, expected) => {
    const { agreement, userErrors } = await tryRegister(
      await api.as(account),
      await registrationFor(purchaser, operator, district),
    );
    expect(codesAndPaths(userErrors)).toEqual(expected);
    // What a party registers is a proposal.
    const state = account.includes('bureau') ? 'CONFIRMED' : 'PROPOSED';
    expect(agreement?.state ?? null).toBe(expected.length > 0 ? null : state);
  });

  it.each(ACCOUNTS.filter((account) => /^worker|mentoring|assessor|platform/.test(account)))(
    '%s may not register at all',
    async (account) => {
      const client = await api.as(account);
      const { data, errors } = await client.ask(REGISTER, { input: await validRegistration(api) });
      expect(data).toBeNull();
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    },
  );

  it.each([
    ['逢源人家', MemberRole.MANAGER],
    ['逢源人家', MemberRole.VIEWER],
    [FENGYUAN_STREET, MemberRole.MANAGER],
    ['广州市荔湾区民政局', MemberRole.MANAGER],
  ])('is for administrators: at %s no %s', async (organisation, role) => {
    const client = await enrol(
      api,
      organisation,
      role,
      `${role.toLowerCase()}-of-${organisation.length}-${organisation.codePointAt(5)!}@new.example`,
    );
    const { errors } = await client.ask(REGISTER, { input: await validRegistration(api) });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });
});

describe('a change of operator', () => {
  const NEXT_YEAR = {
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    terms: [{ name: '次年', startsOn: '2025-01-01', endsOn: '2025-12-31' }],
  };
  const ids = ({ agreements }: { agreements: { totalCount: number; nodes: { id: string }[] } }): string[] => {
    expect(agreements.totalCount).toBe(agreements.nodes.length);
    return agreements.nodes.map(({ id }) => id);
  };
  const seen = async (client: Client, id: string): Promise<string[]> =>
    ids(
      (
        await client.get<{ station: { agreements: { totalCount: number; nodes: { id: string }[] } } }>(
          'query($id: ID!) { station(id: $id) { agreements { totalCount nodes { id } } } }',
          { id },
        )
      ).station,
    );

  test('is proposed by the purchaser, and confirmed; the next operator never sees the last one’s records; purchaser and bureau see both', async () => {
    const first = await newStation(api);
    const last = await api.as('admin@fengyuan.example');
    const next = await api.as('admin@datong.example');
    await record(last, first.id, [
      { indicator: 'HOTLINE', occurredOn: '2024-05-01', quantities: [{ measure: 'CALLS', value: '41' }] },
    ]);

    const input = {
      ...NEXT_YEAR,
      newStation: null,
      stationId: first.station.id,
      operatorId: await organisationId(api, '大同'),
    };
    // Neither operator can do it: one is not a party, the other cannot see the station.
    const byNext = await tryRegister(next, await validRegistration(api, input));
    expect(codesAndPaths(byNext.userErrors)).toEqual(['STATION_NOT_FOUND stationId']);
    const byLast = await tryRegister(last, await validRegistration(api, input));
    expect(codesAndPaths(byLast.userErrors)).toEqual(['NOT_YOUR_ORGANISATION operatorId']);

    const purchaser = await api.as('admin@fengyuan-street.example');
    const second = await register(purchaser, await validRegistration(api, input));
    expect([second.station, second.operator.name]).toEqual([first.station, '广州市大同社会工作服务中心']);
    // Until then nothing has changed hands.
    expect(second.state).toBe('PROPOSED');
    expect(await seen(last, first.station.id)).toEqual([first.id]);
    const { confirmAgreement } = await next.get<{ confirmAgreement: { agreement: { state: string } } }>(
      'mutation($id: ID!) { confirmAgreement(id: $id) { agreement { state } } }',
      { id: second.id },
    );
    expect(confirmAgreement.agreement.state).toBe('CONFIRMED');
    await record(next, second.id, [
      { indicator: 'HOTLINE', occurredOn: '2025-02-01', quantities: [{ measure: 'CALLS', value: '7' }] },
    ]);

    for (const account of [
      'admin@fengyuan-street',
      'admin@liwan-bureau',
      'admin@guangzhou-bureau',
      'admin@mentoring-centre',
    ]) {
      const client = await api.as(`${account}.example`);
      expect(await seen(client, first.station.id)).toEqual([first.id, second.id]);
      expect(await totalOf(client, first.id, 'HOTLINE.CALLS')).toBe('41');
      expect(await totalOf(client, second.id, 'HOTLINE.CALLS')).toBe('7');
    }
    expect(await seen(last, first.station.id)).toEqual([first.id]);
    expect(await seen(next, first.station.id)).toEqual([second.id]);
    await expect(completion(next, first.id)).rejects.toThrow('NOT_FOUND');
    await expect(completion(last, second.id)).rejects.toThrow('NOT_FOUND');
    for (const [client, date] of [
      [next, '2024-06-01'],
      [last, '2025-06-01'],
    ] as const) {
      const { station } = await client.get<{ station: { agreementOn: null } }>(
        'query($id: ID!, $date: Date) { station(id: $id) { agreementOn(date: $date) { id } } }',
        { id: first.station.id, date },
      );
      expect(station.agreementOn).toBeNull();
    }
  });

  test('an operator continues at its own station, and keeps the earlier years', async () => {
    const first = await newStation(api);
    const own = await api.as('admin@fengyuan.example');
    const second = await register(
      own,
      await validRegistration(api, { ...NEXT_YEAR, newStation: null, stationId: first.station.id }),
    );
    await confirm(api, second);
    expect(await seen(own, first.station.id)).toEqual([first.id, second.id]);
  });

  test('a purchaser of the same district registers a station only if it sees it', async () => {
    const { station } = await newStation(api);
    const input = await validRegistration(api, {
      ...NEXT_YEAR,
      newStation: null,
      stationId: station.id,
      purchaserId: await organisationId(api, ZHONGNAN_STREET),
    });
    const { userErrors } = await tryRegister(await api.as('admin@zhongnan-street.example'), input);
    expect(codesAndPaths(userErrors)).toEqual(['STATION_NOT_FOUND stationId']);
    const taken = await register(await api.as('admin@liwan-bureau.example'), input);
    expect(await seen(await api.as('admin@zhongnan-street.example'), station.id)).toEqual([taken.id]);
  });
});

test('a purchaser buys in its own district only, also for the city bureau', async () => {
  const demo: Agreement = await demoAgreement(api, '元岗街');
  const input = await validRegistration(api, { newStation: null, stationId: demo.station.id });
  const { userErrors } = await tryRegister(await api.as('admin@guangzhou-bureau.example'), input);
  expect(codesAndPaths(userErrors)).toEqual(['PURCHASER_OF_OTHER_DISTRICT purchaserId']);
});
