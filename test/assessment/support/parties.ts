import {
  databaseRoleOf,
  enrolOrganisation,
  MemberRole,
  OrganisationKind,
  verifyAccessToken,
} from '../../../src/access';
import { AuthScope } from '../../../src/platform/database/auth-scope';
import { enrol, organisationId } from '../../api/support/people';
import type { Api, Client } from '../../kit/api';
import { TEST_KEYS } from '../../kit/settings';

/** Administrators of every organisation involved in an agreement of 逢源人家 with 逢源街. */
export interface Parties {
  operator: Client;
  purchaser: Client;
  bureau: Client;
  city: Client;
  mentors: Client;
  assessor: Client;
  /** Assigned only to what a test assigns. */
  otherAssessor: Client;
  otherOperator: Client;
  otherPurchaser: Client;
  otherBureau: Client;
  assessorId: string;
  otherAssessorId: string;
}

const known = new WeakMap<Api, Promise<Parties>>();

/** The same for all test files of one server. */
export async function parties(api: Api): Promise<Parties> {
  const all = known.get(api) ?? findParties(api);
  known.set(api, all);
  return all;
}

async function findParties(api: Api): Promise<Parties> {
  const as = async (domain: string): Promise<Client> => api.as(`admin@${domain}.example`);
  const other = await addOrganisation(api, OrganisationKind.ASSESSOR, '第二评估机构');
  return {
    operator: await as('fengyuan'),
    purchaser: await as('fengyuan-street'),
    bureau: await as('liwan-bureau'),
    city: await as('guangzhou-bureau'),
    mentors: await as('mentoring-centre'),
    assessor: await as('assessor'),
    otherAssessor: other.client,
    otherOperator: await as('datong'),
    otherPurchaser: await as('zhongnan-street'),
    otherBureau: await as('baiyun-bureau'),
    assessorId: await organisationId(api, '广州市社会工作协会'),
    otherAssessorId: other.id,
  };
}

let added = 0;

/** Another organisation with its administrator. */
export async function addOrganisation(
  api: Api,
  kind: OrganisationKind,
  name: string,
  districtCode: string | null = null,
): Promise<{ id: string; client: Client }> {
  const organisation = { kind, name, shortName: null, districtCode };
  const id = await AuthScope.run(
    api.world.database,
    async (scope) => enrolOrganisation(scope, organisation),
    'app_enrolment',
  );
  added += 1;
  return { id, client: await enrol(api, name, MemberRole.ADMIN, `admin@added-${added}.example`) };
}

/** Runs a statement directly as the member's database role, without the services; rolled back afterwards. */
export async function pastTheServices(
  api: Api,
  { token }: Client,
  sql: string,
  values: unknown[] = [],
): Promise<unknown[]> {
  const session = verifyAccessToken(token ?? '', TEST_KEYS, api.clock.now());
  if (!session) throw new Error('the token is no good');
  const { organisationId: organisation, memberId, sessionId, accessVersion } = session;
  const client = await api.world.database.connect(databaseRoleOf(session));
  try {
    await client.query('begin');
    await client.query('select scope.enter($1, $2, $3, $4)', [
      organisation,
      memberId,
      sessionId,
      accessVersion,
    ]);
    return (await client.query(sql, values)).rows as unknown[];
  } finally {
    await client.query('rollback');
    client.release();
  }
}
