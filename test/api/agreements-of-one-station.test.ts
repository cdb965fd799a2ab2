import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  type Agreement,
  confirm,
  newStation,
  register,
  registerConfirmed,
  type Registered,
  type Registration,
  validRegistration,
  tryConfirm,
  tryRegister,
  withdrawAs,
} from './support/agreements';
import { organisationId } from './support/people';
import { codesAndPaths } from './support/questions';

/** No two confirmed agreements of one station overlap, of any operators, also when confirmed concurrently. */
let api: Api;
let clients: Client[];
beforeAll(async () => {
  api = await sharedApi();
  clients = await Promise.all(
    [
      'admin@fengyuan.example',
      'admin@fengyuan-street.example',
      'admin@liwan-bureau.example',
      'admin@guangzhou-bureau.example',
    ].map(async (account) => api.as(account)),
  );
});

/** A registration at a station for a range of days. */
async function over(
  station: string,
  startsOn: string,
  endsOn: string,
  operator = '逢源人家',
): Promise<Registration> {
  return validRegistration(api, {
    newStation: null,
    stationId: station,
    startsOn,
    endsOn,
    terms: [{ name: '期', startsOn, endsOn }],
    operatorId: await organisationId(api, operator),
  });
}

async function agreementsOf(station: string): Promise<string[]> {
  const rows = await api.world.ownerQuery<{ days: string }>(
    `select starts_on || ' ' || ends_on as days from core.agreement
      where station_id = $1 and state = 'CONFIRMED' order by 1`,
    [station],
  );
  return rows.map(({ days }) => days);
}

describe('a station under agreement from 2024-01-01 to 2024-12-31', () => {
  let first: Agreement;
  beforeAll(async () => {
    first = await newStation(api);
  });

  it.each([
    ['the same days', '2024-01-01', '2024-12-31'],
    ['days within', '2024-03-01', '2024-03-01'],
    ['days around', '2023-01-01', '2025-12-31'],
    ['its first day', '2023-06-01', '2024-01-01'],
    ['its last day', '2024-12-31', '2025-06-01'],
  ])('accepts no other agreement over %s, of any operator', async (_, startsOn, endsOn) => {
    for (const operator of ['逢源人家', '大同', '北斗星']) {
      const input = await over(first.station.id, startsOn, endsOn, operator);
      for (const bureau of [clients[2]!, clients[3]!]) {
        const { agreement, userErrors } = await tryRegister(bureau, input);
        expect(agreement).toBeNull();
        expect(codesAndPaths(userErrors)).toEqual(['STATION_UNDER_AGREEMENT startsOn']);
      }
      // It may be proposed, and is not confirmed while it is in conflict.
      const proposal = await register(clients[1]!, input);
      const { agreement, userErrors } = await tryConfirm(clients[2]!, proposal);
      expect(agreement).toBeNull();
      expect(codesAndPaths(userErrors)).toEqual(['STATION_UNDER_AGREEMENT id']);
      await withdrawAs(clients[1]!, proposal);
    }
    expect(await agreementsOf(first.station.id)).toEqual(['2024-01-01 2024-12-31']);
  });

  test('the refusal names the taken days, and reveals nothing else of that agreement', async () => {
    const answers = new Set<string>();
    for (const operator of ['逢源人家', '大同']) {
      const { userErrors } = await tryRegister(
        clients[2]!,
        await over(first.station.id, '2024-06-01', '2025-05-31', operator),
      );
      answers.add(JSON.stringify(userErrors));
    }
    expect([...answers]).toEqual([
      JSON.stringify([
        {
          code: 'STATION_UNDER_AGREEMENT',
          path: ['startsOn'],
          message:
            'The station has an agreement on some of these days already. Please check the first and the last day.',
        },
      ]),
    ]);
  });

  test('accepts the next agreement from the day after, and an earlier one', async () => {
    const purchaser = clients[1]!;
    const next = await over(first.station.id, '2025-01-01', '2025-12-31', '大同');
    await registerConfirmed(api, purchaser, next);
    await registerConfirmed(api, purchaser, await over(first.station.id, '2022-01-01', '2023-12-31'));
    expect(await agreementsOf(first.station.id)).toEqual([
      '2022-01-01 2023-12-31',
      '2024-01-01 2024-12-31',
      '2025-01-01 2025-12-31',
    ]);
  });

  test('a former operator learns only the taken days, not the current operator', async () => {
    // 大同 has run 2025; 北斗星 runs 2026 without 大同 knowing.
    const current = await over(first.station.id, '2026-01-01', '2026-12-31', '北斗星');
    await registerConfirmed(api, clients[1]!, current);
    const past = await api.as('admin@datong.example');
    const proposal = await register(
      clients[1]!,
      await over(first.station.id, '2026-02-01', '2026-02-28', '大同'),
    );
    const { userErrors } = await tryConfirm(past, proposal);
    expect(userErrors.map(({ code }) => code)).toEqual(['STATION_UNDER_AGREEMENT']);
    expect(JSON.stringify(userErrors)).not.toMatch(/北斗星|2026-01-01|2026-12-31/);
    await withdrawAs(clients[1]!, proposal);
  });
});

/** Expects exactly one of the answers to be an agreement, and all others to have this one error. */
function expectOneWinner(answers: readonly Registered[], fault: string): void {
  expect(answers.filter(({ agreement }) => agreement !== null)).toHaveLength(1);
  const refused = answers
    .filter(({ agreement }) => agreement === null)
    .map(({ userErrors }) => codesAndPaths(userErrors));
  expect(refused).toEqual(Array(answers.length - 1).fill([fault]));
}

test.each([1, 2, 3, 4, 5])('of two concurrent registrations one succeeds (%i)', async () => {
  const { station } = await newStation(api);
  const [a, b] = [
    await over(station.id, '2025-01-01', '2025-08-31', '大同'),
    await over(station.id, '2025-08-31', '2025-12-31'),
  ];
  expectOneWinner(
    await Promise.all([tryRegister(clients[3]!, a), tryRegister(clients[2]!, b)]),
    'STATION_UNDER_AGREEMENT startsOn',
  );
  expect(await agreementsOf(station.id)).toHaveLength(2);
});

test('of many concurrent registrations one succeeds', async () => {
  const { station } = await newStation(api);
  const inputs = await Promise.all(
    Array.from({ length: 12 }, async (_, at) =>
      over(station.id, `2025-0${(at % 9) + 1}-01`, '2025-12-31', at % 2 === 0 ? '大同' : '北斗星'),
    ),
  );
  const answers = await Promise.all(
    inputs.map(async (input, at) => tryRegister(clients[2 + (at % 2)]!, input)),
  );
  expectOneWinner(answers, 'STATION_UNDER_AGREEMENT startsOn');
  expect(await agreementsOf(station.id)).toHaveLength(2);
});

test('concurrent registrations over different days all succeed', async () => {
  const { station } = await newStation(api);
  const inputs = await Promise.all(
    [2021, 2022, 2023, 2025].map(async (year) => over(station.id, `${year}-01-01`, `${year}-12-31`)),
  );
  const answers = await Promise.all(inputs.map(async (input, at) => tryRegister(clients[at]!, input)));
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(await agreementsOf(station.id)).toHaveLength(3);
  const proposed = answers.flatMap(({ agreement }) => (agreement?.state === 'PROPOSED' ? [agreement] : []));
  expect(proposed).toHaveLength(2);
  await Promise.all(proposed.map(async (proposal) => confirm(api, proposal)));
  expect(await agreementsOf(station.id)).toHaveLength(5);
});

test.each([1, 2, 3, 4, 5])(
  'of concurrent confirmations of overlapping proposals one succeeds (%i)',
  async () => {
    const { station } = await newStation(api);
    const proposals = await Promise.all(
      ['大同', '北斗星', '逢源人家', '大同'].map(async (operator, at) =>
        register(clients[1]!, await over(station.id, `2025-0${at + 1}-01`, '2025-12-31', operator)),
      ),
    );
    const bureaus = [clients[2]!, clients[3]!];
    const answers = await Promise.all(
      proposals.map(async (proposal, at) => tryConfirm(bureaus[at % 2]!, proposal)),
    );
    expectOneWinner(answers, 'STATION_UNDER_AGREEMENT id');
    expect(await agreementsOf(station.id)).toHaveLength(2);
    const states = await api.world.ownerQuery<{ state: string }>(
      'select state from core.agreement where station_id = $1 and starts_on >= $2 order by state',
      [station.id, '2025-01-01'],
    );
    expect(states.map(({ state }) => state)).toEqual(['CONFIRMED', 'PROPOSED', 'PROPOSED', 'PROPOSED']);
    for (const proposal of proposals) await withdrawAs(clients[1]!, proposal);
  },
);

test.each([1, 2, 3])(
  'of two concurrent registrations of the same new station one is confirmed (%i)',
  async (round) => {
    const newOne = { name: `同时登记的新站${round}`, street: '某街', districtCode: '440103' };
    const inputs = await Promise.all(clients.map(async () => validRegistration(api, { newStation: newOne })));
    const stored = async (condition: string): Promise<unknown[]> =>
      api.world.ownerQuery(
        `select s.id from core.station s join core.agreement a on a.station_id = s.id
           join core.station_access w on w.station_id = s.id
          where s.name = $1 and ${condition}`,
        [newOne.name],
      );
    // A name that is free is not reserved by a proposal.
    const proposed = await Promise.all(
      inputs.slice(0, 2).map(async (input, at) => register(clients[at]!, input)),
    );
    expect(await stored(`a.state = 'PROPOSED' and not w.listed`)).toHaveLength(2);
    const answers = await Promise.all([
      ...inputs.slice(2).map(async (input, at) => tryRegister(clients[at + 2]!, input)),
      tryConfirm(clients[1]!, proposed[0]!),
      tryConfirm(clients[0]!, proposed[1]!),
    ]);
    expectOneWinner(answers, expect.stringMatching(/^STATION_NAME_TAKEN (newStation\.name|id)$/) as string);
    expect(await stored(`a.state = 'CONFIRMED' and w.listed`)).toHaveLength(1);
    for (const [at, proposal] of proposed.entries()) await withdrawAs(clients[at]!, proposal);
  },
);
