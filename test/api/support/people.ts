import { enrolMember, enrolOrganisation, type MemberRole, OrganisationKind } from '../../../src/access';
import { AuthScope } from '../../../src/platform/database/auth-scope';
import type { Api, Client } from '../../kit/api';
import { TEST_PASSWORD } from '../../kit/settings';

/** Every account of the demo, as the README promises them. */
export const ACCOUNTS = [
  ...['datong', 'xinyue', 'beidouxing', 'xinmingai', 'fengyuan'].flatMap((operator) => [
    `admin@${operator}.example`,
    `worker@${operator}.example`,
  ]),
  ...['zhongnan-street', 'yuncheng-street', 'yuangang-street', 'zhongluotan-town', 'fengyuan-street'].map(
    (purchaser) => `admin@${purchaser}.example`,
  ),
  ...['liwan', 'baiyun', 'tianhe', 'guangzhou'].map((bureau) => `admin@${bureau}-bureau.example`),
  ...['mentoring-centre', 'assessor', 'platform'].map((body) => `admin@${body}.example`),
];

/** The parties of each station: operator, purchaser, district bureau. */
const PARTIES: Record<string, [operator: string, purchaser: string, bureau: string]> = {
  中南街: ['datong', 'zhongnan-street', 'liwan-bureau'],
  云城街: ['xinyue', 'yuncheng-street', 'baiyun-bureau'],
  元岗街: ['beidouxing', 'yuangang-street', 'tianhe-bureau'],
  钟落潭镇: ['xinmingai', 'zhongluotan-town', 'baiyun-bureau'],
  逢源街: ['fengyuan', 'fengyuan-street', 'liwan-bureau'],
};

/** The accounts that may read the completion table of the station of a street. */
export function readersOf(street: string): string[] {
  const [operator, purchaser, bureau] = PARTIES[street]!;
  return [
    `admin@${operator}.example`,
    `worker@${operator}.example`,
    `admin@${purchaser}.example`,
    `admin@${bureau}.example`,
    'admin@guangzhou-bureau.example',
    'admin@mentoring-centre.example',
    // The one station of the demo with an assessment.
    ...(street === '逢源街' ? ['admin@assessor.example'] : []),
  ];
}

/** The administrator of the operator of a street's station. */
export function operatorOf(street: string): string {
  return `admin@${PARTIES[street]![0]}.example`;
}

/** The id of an organisation by its name or trade name. */
export async function organisationId(api: Api, name: string): Promise<string> {
  const [row] = await api.world.ownerQuery<{ id: string }>(
    'select id from core.organisation where name = $1 or short_name = $1',
    [name],
  );
  if (!row) throw new Error(`no organisation ${name}`);
  return row.id;
}

/** A street without an account; returns its id. */
export async function addStreet(api: Api, name: string, districtCode: string): Promise<string> {
  const organisation = { kind: OrganisationKind.PURCHASER, name, shortName: null, districtCode };
  return AuthScope.run(
    api.world.database,
    async (scope) => enrolOrganisation(scope, organisation),
    'app_enrolment',
  );
}

const enrolled = new WeakMap<Api, Map<string, string>>();

/** A member added to an organisation, signed in; test files of one server that want the same member get the same. */
export async function enrol(
  api: Api,
  organisation: string,
  role: MemberRole,
  email: string,
): Promise<Client> {
  const known = enrolled.get(api) ?? new Map<string, string>();
  enrolled.set(api, known);
  const position = `${role} of ${organisation}`;
  if (known.get(email) === position) return api.as(email);
  known.set(email, position);
  const member = {
    organisationId: await organisationId(api, organisation),
    displayName: email.split('@')[0]!,
    role,
    email,
    password: TEST_PASSWORD,
  };
  await AuthScope.run(api.world.database, async (scope) => enrolMember(scope, member), 'app_enrolment');
  return api.as(email);
}

/** Signs in once more: an access token lasts 15 minutes, and a test that moves the clock outlives it. */
export async function signInAnew(api: Api, email: string): Promise<Client> {
  const { signIn } = await api.anonymous.get<{ signIn: { accessToken: string } }>(
    'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input: { email, password: TEST_PASSWORD } },
  );
  return api.withToken(signIn.accessToken);
}

/** The next midnight in Guangzhou, the day that it ends and the day that it begins. */
export function nextMidnight(api: Api): { inMs: number; ends: string; begins: string } {
  const now = api.clock.now().getTime();
  const midnight = new Date(now);
  midnight.setUTCHours(16, 0, 0, 0);
  if (midnight.getTime() <= now) midnight.setUTCDate(midnight.getUTCDate() + 1);
  const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
  return {
    inMs: midnight.getTime() - now,
    ends: day(midnight.getTime()),
    begins: day(midnight.getTime() + 86_400_000),
  };
}
