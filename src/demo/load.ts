import {
  type AuditTrail,
  Caller,
  enrolMember,
  enrolOrganisation,
  MemberRole,
  OrganisationKind,
  type Origin,
  type SignInService,
} from '../access';
import type { Services } from '../api';
import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { BrokenRules } from '../platform/faults';
import { accountOf, administratorOf, domainsOf, emailOf, LAST_ACCOUNT, ORGANISATIONS } from './accounts';
import { loadMoney, loadSources, loadStreetBudget } from './load-money';
import { loadReviews } from './load-reviews';
import { findRegistered, loadStation, registerStation } from './load-station';
import { STATIONS } from './stations';

export interface DemoDependencies {
  database: Database;
  services: Services;
  signIn: SignInService;
  trail: AuditTrail;
  clock: () => Date;
  /** One password for all accounts of the demo. */
  password: string;
  /** Is called with each line of progress. */
  progress: (line: string) => void;
}

/** The origin of the loading in the audit log. */
const ORIGIN: Origin = { requestId: 'demo', remoteAddress: 'demo' };

/**
 * Loads the five demo stations, each as the bureau registers it and its operator's administrator fills it through the API, and each street's
 * own budget as the street. What was loaded before is kept; an interrupted load is resumed where it stopped.
 */
export async function loadDemo(deps: DemoDependencies): Promise<void> {
  if (await isComplete(deps)) return;
  deps.progress('Loading the demo stations / 正在载入五个示范社工站 …');
  const ids = await enrolOrganisations(deps);
  await enrolMembers(deps, ids, (email) => email !== LAST_ACCOUNT);
  for (const facts of STATIONS) {
    const [operator, purchaser] = domainsOf(facts.street);
    const parties = {
      operatorId: idOf(ids, facts.operator.name),
      purchaserId: idOf(ids, facts.purchaser),
    };
    const bureau = accountOf(
      OrganisationKind.SUPERVISOR,
      ({ districtCode }) => districtCode === facts.district.code,
    );
    await as(deps, bureau, async (caller) => registerStation(deps.services, caller, facts, parties));
    await as(deps, administratorOf(operator), async (caller) => {
      await loadStation(deps.services, caller, facts, parties);
      await loadSources(deps.services, caller, facts);
      await loadMoney(deps.services, caller, facts);
    });
    if (facts.budget) {
      await as(deps, administratorOf(purchaser), async (caller) =>
        loadStreetBudget(deps.services, caller, facts),
      );
    }
    await loadReviews(deps.services, async (email, work) => as(deps, email, work), facts);
    deps.progress(`  ${facts.station.name}（${facts.operator.shortName}）`);
  }
  await enrolMembers(deps, ids, (email) => email === LAST_ACCOUNT);
}

/** The agreement of 逢源街 that the start message shows how to read, and the account that may. */
export async function demoExample(deps: DemoDependencies): Promise<{ email: string; agreementId: string }> {
  const facts = STATIONS.find(({ street }) => street === '逢源街');
  if (!facts) throw new Error('the demo lacks 逢源街');
  const email = administratorOf(domainsOf(facts.street)[0]);
  const agreement = await as(deps, email, async (caller) => findRegistered(deps.services, caller, facts));
  return { email, agreementId: agreement.id };
}

async function isComplete({ signIn, password }: DemoDependencies): Promise<boolean> {
  try {
    const { session } = await signIn.signIn({ email: LAST_ACCOUNT, password }, ORIGIN);
    await signIn.signOut(session, ORIGIN);
    return true;
  } catch (error) {
    if (error instanceof BrokenRules) return false;
    throw error;
  }
}

async function enrolOrganisations({ database }: DemoDependencies): Promise<Map<string, string>> {
  return AuthScope.run(
    database,
    async (scope) => {
      const ids = new Map<string, string>();
      for (const organisation of ORGANISATIONS) {
        ids.set(organisation.name, await enrolOrganisation(scope, organisation));
      }
      return ids;
    },
    'app_enrolment',
  );
}

async function enrolMembers(
  { database, password }: DemoDependencies,
  ids: ReadonlyMap<string, string>,
  wanted: (email: string) => boolean,
): Promise<void> {
  const members = ORGANISATIONS.flatMap(({ name, shortName, domain, roles }) =>
    roles.map((role) => ({
      email: emailOf(role, domain),
      organisationId: idOf(ids, name),
      displayName: `${shortName ?? name}${role === MemberRole.ADMIN ? '管理员' : '社工'}`,
      role,
      password,
    })),
  ).filter(({ email }) => wanted(email));
  // Sequentially: in parallel they would wait for connections, and hashing is slow on a busy machine.
  for (const member of members) {
    await AuthScope.run(database, async (scope) => enrolMember(scope, member), 'app_enrolment');
  }
}

/** Runs work as a member of the demo, in a session of its own. */
async function as<T>(
  { database, signIn, trail, clock, password }: DemoDependencies,
  email: string,
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const { session } = await signIn.signIn({ email, password }, ORIGIN);
  const caller = new Caller({ database, session, trail, clock, language: 'zh', ...ORIGIN });
  try {
    return await work(caller);
  } finally {
    await caller.finish('demo');
    await signIn.signOut(session, ORIGIN);
  }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo has no organisation ${name}`);
  return id;
}
