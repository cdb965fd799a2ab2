import { STATIONS } from '../../src/demo/stations';
import { type Agreement, demoAgreement, newStation } from '../api/support/agreements';
import { operatorOf, readersOf } from '../api/support/people';
import { type Client, startApi, type TestApi } from '../kit/api';
import { enrolStaff, person, REPORT, report, STAFF, staffOf } from './support';

/** 附件2 over HTTP: the fields of the contract, for any range of months, in one statement. */
let api: TestApi;
let admin: Client;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

test('every figure of a half year', async () => {
  const agreement = await newStation(api, { requiredPosts: '3', requiredCertifiedShare: '0.6' });
  const [a, b, c, d] = await enrolStaff(
    admin,
    agreement.id,
    person('甲', {
      position: '站长',
      employedFrom: '2023-06-20',
      practisingSince: '2018-01-01',
      certificates: [{ level: 'INTERMEDIATE' }],
      zoneIds: [agreement.zones[0]!.id],
    }),
    person('乙', {
      employedFrom: '2024-02-16',
      practisingSince: '2022-04-02',
      certificates: [{ level: 'ASSISTANT', passedOn: '2024-03-31' }],
    }),
    person('丙', { employedTo: '2024-04-01' }),
    person('丁', { employedFrom: '2024-06-16' }),
    person('戊', { kind: 'ADMINISTRATION' }),
  );
  // 甲 1 1 1 1 1 1, 乙 0 .5 1 1 1 1 certified from April and experienced from May, 丙 1 1 1 1 0 0, 丁 0 0 0 0 0 .5
  const presence = (id: string, name: string, months: string[]): Record<string, unknown> =>
    expect.objectContaining({ memberId: id, name, months }) as Record<string, unknown>;
  const answer = await report(admin, agreement, '2024-01', '2024-06');
  expect(answer).toMatchObject({
    from: '2024-01',
    to: '2024-06',
    certified: '9',
    uncertified: '6',
    total: '15',
    experienced: '8',
    experiencedPercent: '53.33',
    required: '18',
    requiredCertified: '10.8',
    surplus: '-3',
    certifiedSurplus: '-1.8',
    stabilityPercent: '33.33',
    headCountAtEnd: 3,
    members: [
      presence(a!.id, '甲', ['1', '1', '1', '1', '1', '1']),
      presence(b!.id, '乙', ['0', '0.5', '1', '1', '1', '1']),
      presence(c!.id, '丙', ['1', '1', '1', '1', '0', '0']),
      presence(d!.id, '丁', ['0', '0', '0', '0', '0', '0.5']),
    ],
    joined: [
      { memberId: b!.id, name: '乙', on: '2024-02-16' },
      { memberId: d!.id, name: '丁', on: '2024-06-16' },
    ],
    left: [{ memberId: c!.id, name: '丙', on: '2024-04-01' }],
    certifiedAtEnd: [
      { level: 'ASSISTANT', headCount: 1 },
      { level: 'INTERMEDIATE', headCount: 1 },
      { level: 'SENIOR', headCount: 0 },
    ],
    warnings: [],
  });
  expect(answer.members[0]).toEqual({
    memberId: a!.id,
    code: '社工01',
    name: '甲',
    position: '站长',
    months: answer.members[0]!.months,
    certified: '6',
    uncertified: '0',
    experienced: '6',
    total: '6',
  });
  expect(answer.months.map(({ month, total, headCount }) => [month, total, headCount])).toEqual([
    ['2024-01', '2', 2],
    ['2024-02', '2.5', 3],
    ['2024-03', '3', 3],
    ['2024-04', '3', 3],
    ['2024-05', '2', 2],
    ['2024-06', '2.5', 3],
  ]);
  expect(answer.staffByZone[0]).toMatchObject({ atEnd: '1', personMonths: '6', zone: { name: '东片' } });
  expect(answer.staffByZone.at(-1)).toEqual({ zone: null, atEnd: '2', personMonths: '9' });

  const { members, total } = await report(admin, agreement, '2024-06', '2024-06');
  expect(members.map(({ months }) => months)).toEqual([['1'], ['1'], ['0'], ['0.5']]);
  expect(total).toBe('2.5');
});

describe('a range of months', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    const days = { startsOn: '2023-11-20', endsOn: '2024-03-10' };
    agreement = await newStation(api, { ...days, terms: [{ name: '期', ...days }], requiredPosts: '1' });
    await enrolStaff(
      admin,
      agreement.id,
      person('甲', { employedFrom: '2023-11-10' }),
      person('乙', { employedFrom: '2023-11-20' }),
    );
  });

  it('includes the first and last month of the agreement in full, with real first days', async () => {
    expect(await report(admin, agreement)).toMatchObject({
      from: '2023-11',
      to: '2024-03',
      required: '5',
      total: '9.5',
      surplus: '4.5',
      headCountAtEnd: 2,
      months: [
        { month: '2023-11', total: '1.5', headCount: 2 },
        {},
        {},
        {},
        { month: '2024-03', total: '2' },
      ],
      joined: [],
      left: [],
    });
  });

  it.each([
    ['2023-10', '2024-03'],
    ['2023-11', '2024-04'],
    ['2024-02', '2024-01'],
    ['2025-01', '2025-02'],
  ])('from %s to %s is refused: it is outside the agreement, or reversed', async (from, to) => {
    const { data, errors } = await admin.ask(REPORT, { id: agreement.id, from, to });
    expect(data?.agreement ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]!.message).toContain('2023-11 to 2024-03');
  });

  it.each(['2024-13', '2024-1', '2024-01-01', '', '0000-01'])('has no month %j', async (from) => {
    const { errors } = await admin.ask(REPORT, { id: agreement.id, from, to: '2024-03' });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('has at most 120 months', async () => {
    const long = await newStation(api);
    // From before the duration of agreements was limited.
    await api.world.ownerQuery(`set session_replication_role = replica;
      update core.agreement set starts_on = '2001-01-01', ends_on = '2014-12-31' where id = '${long.id}'`);
    await expect(report(admin, long, '2001-01', '2010-12')).resolves.toMatchObject({ total: '0' });
    const { errors } = await admin.ask(REPORT, { id: long.id, from: '2001-01', to: '2011-01' });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a report takes one statement beside the agreement’s own', () => {
  async function statementsOf(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Record<string, number>> {
    const before = api.statements();
    await admin.get(query, variables);
    const ran = [...api.statements()].map(([name, times]): [string, number] => [
      name,
      times - (before.get(name) ?? 0),
    ]);
    return Object.fromEntries(
      ran.filter(([name, times]) => times > 0 && !/^(scope\.enter$|audit\.)/.test(name)),
    );
  }

  it('for one member and for a hundred, for one month and for twelve', async () => {
    const agreement = await newStation(api);
    const expected = { 'agreement.byIds': 1, 'staffing.named': 1 };
    // Points of zones are those of the agreement, and read once.
    const query = REPORT.replace('points { name }', '');
    await enrolStaff(admin, agreement.id, person('甲'));
    expect(await statementsOf(query, { id: agreement.id, from: '2024-01', to: '2024-01' })).toEqual(expected);
    await enrolStaff(admin, agreement.id, ...Array.from({ length: 99 }, (_, at) => person(`人${at}`)));
    expect(await statementsOf(query, { id: agreement.id, from: '2024-01', to: '2024-12' })).toEqual(expected);
    expect(await statementsOf(STAFF, { id: agreement.id })).toEqual(expected);
  });

  it('for two ranges and the list of staff together, and for the agreements of many stations', async () => {
    const asked = `first: staffing(from: "2024-05", to: "2024-06") { total } second: staffing(from: "2024-07", to: "2024-12") { total }
      staff { name } staffingParameters { halfAfterDay }`;
    const many = `query($one: ID!, $other: ID!) {
      one: station(id: $one) { agreements { nodes { ${asked} } } } other: station(id: $other) { agreements { nodes { ${asked} } } } }`;
    const [one, other] = [
      await newStation(api, { endsOn: '2024-12-31' }),
      await newStation(api, { endsOn: '2024-12-31' }),
    ];
    await enrolStaff(admin, one.id, person('甲'));
    await enrolStaff(admin, other.id, person('乙'));
    // Of stations without other agreements: a refused one would null the fields beside it.
    const stationOf = async (id: string): Promise<string> => {
      const query = 'query($id: ID!) { agreement(id: $id) { station { id } } }';
      return (await admin.get<{ agreement: { station: { id: string } } }>(query, { id })).agreement.station
        .id;
    };
    const variables = { one: await stationOf(one.id), other: await stationOf(other.id) };
    expect(await statementsOf(many, variables)).toMatchObject({ 'staffing.named': 1 });
  });
});

describe('the demo', () => {
  test('has for 钟落潭镇 16 social workers, 2 of intermediate level and 14 assistants, and the other counted staff', async () => {
    const agreement = await demoAgreement(api, '钟落潭镇');
    const operator = await api.as(operatorOf('钟落潭镇'));
    expect(await report(operator, agreement)).toMatchObject({
      certified: '192',
      uncertified: '0',
      total: '192',
      experienced: '0',
      experiencedPercent: '0.00',
      required: null,
      requiredCertified: null,
      stabilityPercent: null,
      headCountAtEnd: 16,
      joined: [],
      left: [],
      warnings: [],
      certifiedAtEnd: [{ headCount: 14 }, { headCount: 2 }, { headCount: 0 }],
    });
    const staff = await staffOf(operator, agreement.id);
    expect(staff.map(({ code, name }) => [code, name]).filter(([code, name]) => code !== name)).toEqual([]);
    const kinds = staff.map(({ kind }) => kind);
    expect(
      ['SOCIAL_WORKER', 'ADMINISTRATION', 'PRACTICE_SUPERVISOR'].map(
        (kind) => kinds.filter((one) => one === kind).length,
      ),
    ).toEqual([16, 4, 9]);
  });

  test('has for 逢源街 the person-months of its report, of 附件2 under invented names', async () => {
    const agreement = await demoAgreement(api, '逢源街');
    expect(await report(admin, agreement, '2024-05', '2024-12')).toMatchObject({
      certified: '133',
      uncertified: '27.5',
      total: '160.5',
      required: '160',
      requiredCertified: '96',
      surplus: '0.5',
      experienced: '109',
      experiencedPercent: '67.91',
      stabilityPercent: '90.00',
      headCountAtEnd: 20,
      certifiedAtEnd: [{ headCount: 9 }, { headCount: 8 }, { headCount: 0 }],
    });
    const staff = await staffOf(admin, agreement.id);
    expect(staff).toHaveLength(22);
  });

  test.each(STATIONS.map(({ street }) => street))(
    'is the same for %s to all who may read it',
    async (street) => {
      const agreement = await demoAgreement(api, street);
      const answers = await Promise.all(
        readersOf(street).map(async (account) => {
          const { members, joined, left, ...rest } = await report(await api.as(account), agreement);
          // Names and positions are the contracting parties'; others read codes.
          const figures = members.map(({ position: _position, name: _name, ...member }) => member);
          const days = [...joined, ...left].map(({ memberId, on }) => ({ memberId, on }));
          return { ...rest, days, members: figures };
        }),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]!.members).toHaveLength({ 钟落潭镇: 16, 逢源街: 22 }[street] ?? 0);
    },
  );
});
