import type { Api, Client } from '../../kit/api';
import { organisationId } from './people';
import { type NewTarget, setTargets, type UserError } from './questions';

const PARTS = `id state startsOn endsOn station { id name } operator { name } purchaser { name }
  terms { id name startsOn endsOn } zones { id name points { id name } } projects { id name }
  points { id name zone { id } }`;

/** An agreement with the ids of all its parts. */
export interface Agreement {
  id: string;
  state: string;
  startsOn: string;
  endsOn: string;
  station: { id: string; name: string };
  operator: { name: string };
  purchaser: { name: string };
  terms: { id: string; name: string; startsOn: string; endsOn: string }[];
  zones: { id: string; name: string; points: { id: string; name: string }[] }[];
  projects: { id: string; name: string }[];
  points: { id: string; name: string; zone: { id: string } | null }[];
}

/** The demo agreement of a street's station, as the city bureau sees it. */
export async function demoAgreement(api: Api, street: string): Promise<Agreement> {
  const city = await api.as('admin@guangzhou-bureau.example');
  const { stations } = await city.get<{ stations: { nodes: { agreements: { nodes: Agreement[] } }[] } }>(
    `query($name: String!) { stations(filter: { nameContains: $name }) { nodes { agreements { nodes { ${PARTS} } } } } }`,
    { name: street },
  );
  const [agreement, another] = stations.nodes.flatMap(({ agreements }) => agreements.nodes);
  if (!agreement || another) throw new Error(`not one agreement at ${street}`);
  return agreement;
}

/** Input of a registration: JSON, so that a test can leave out or break any field. */
export type Registration = Record<string, unknown>;

export const ZONES = [
  { name: '东片', points: ['东一', '东二'] },
  { name: '西片', points: ['西一', '西二'] },
  { name: '南片', points: ['南一'] },
];

export const PROJECTS = [
  { kind: 'CORE', name: '核心' },
  { kind: 'KEY', name: '重点' },
  { kind: 'BASIC', domain: 'FAMILY', name: '家庭' },
  { kind: 'BASIC', domain: 'ELDERLY', name: '长者' },
  { kind: 'BASIC', domain: 'YOUTH', name: '青少年' },
];

let stationsMade = 0;

/** A valid registration of a new station in 荔湾区 that 逢源人家 runs for 逢源街; `changes` replace fields. */
export async function validRegistration(api: Api, changes: Registration = {}): Promise<Registration> {
  stationsMade += 1;
  return {
    newStation: { name: `新站${stationsMade}`, street: '某街', districtCode: '440103' },
    operatorId: await organisationId(api, '逢源人家'),
    purchaserId: await organisationId(api, '广州市荔湾区逢源街道办事处'),
    serviceModel: 'STATION_ZONE_POINT',
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    zones: ZONES,
    projects: PROJECTS,
    terms: [{ name: '年度', startsOn: '2024-01-01', endsOn: '2024-12-31' }],
    ...changes,
  };
}

export const REGISTER = `mutation($input: RegisterAgreementInput!) {
  registerAgreement(input: $input) { agreement { ${PARTS} } userErrors { code path message } }
}`;

export interface Registered {
  agreement: Agreement | null;
  userErrors: UserError[];
}

export async function tryRegister(client: Client, input: Registration): Promise<Registered> {
  return (await client.get<{ registerAgreement: Registered }>(REGISTER, { input })).registerAgreement;
}

/** Registers an agreement; fails on user errors. */
export async function register(client: Client, input: Registration): Promise<Agreement> {
  const { agreement, userErrors } = await tryRegister(client, input);
  if (agreement === null) throw new Error(JSON.stringify(userErrors));
  return agreement;
}

export const REVISE = `mutation($id: ID!, $input: RegisterAgreementInput!) {
  reviseProposal(id: $id, input: $input) { agreement { ${PARTS} } userErrors { code path message } }
}`;

const CONFIRM = `mutation($id: ID!) { confirmAgreement(id: $id) { agreement { ${PARTS} } userErrors { code path message } } }`;

export async function tryConfirm(client: Client, { id }: { id: string }): Promise<Registered> {
  return (await client.get<{ confirmAgreement: Registered }>(CONFIRM, { id })).confirmAgreement;
}

/** Confirms a proposal, as the city bureau; fails on user errors. */
export async function confirm(api: Api, proposal: { id: string }): Promise<Agreement> {
  const city = await api.as('admin@guangzhou-bureau.example');
  const { agreement, userErrors } = await tryConfirm(city, proposal);
  if (!agreement) throw new Error(JSON.stringify(userErrors));
  return agreement;
}

/** A proposal of 逢源人家 for a new station. */
export async function newProposal(api: Api, changes: Registration = {}): Promise<Agreement> {
  return register(await api.as('admin@fengyuan.example'), await validRegistration(api, changes));
}

/** Registers an agreement and has it confirmed, where it is a proposal; fails on user errors. */
export async function registerConfirmed(api: Api, client: Client, input: Registration): Promise<Agreement> {
  const agreement = await register(client, input);
  return agreement.state === 'CONFIRMED' ? agreement : confirm(api, agreement);
}

/** Withdraws a proposal of one's own, if it is still open: of those a street and an operator have at most 20. */
export async function withdrawAs(client: Client, { id }: { id: string }): Promise<void> {
  await client.get(
    'mutation($id: ID!) { withdrawAgreement(id: $id, reason: "不再需要") { userErrors { code } } }',
    { id },
  );
}

/** Withdraws a proposal of 逢源人家. */
export async function withdraw(api: Api, proposal: { id: string }): Promise<void> {
  await withdrawAs(await api.as('admin@fengyuan.example'), proposal);
}

/** A new station of 逢源人家 with its confirmed agreement, whose targets were set before. */
export async function newStation(
  api: Api,
  changes: Registration = {},
  targetsOf: (agreement: Agreement) => NewTarget[] = () => [],
): Promise<Agreement> {
  const proposal = await newProposal(api, changes);
  const targets = targetsOf(proposal);
  if (targets.length > 0) {
    const errors = await setTargets(await api.as('admin@fengyuan.example'), proposal.id, targets);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
  }
  return confirm(api, proposal);
}
