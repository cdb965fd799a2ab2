import { enrolMember, enrolOrganisation, MemberRole, OrganisationKind } from '../access';
import type { Services } from '../api';
import { AuthScope } from '../platform/database/auth-scope';
import { BrokenRules } from '../platform/faults';
import {
  accountOf,
  administratorOf,
  type DemoOrganisation,
  domainsOf,
  emailOf,
  EXAMPLE_ORGANISATIONS,
  LAST_ACCOUNT,
  LAST_EXAMPLE_ACCOUNT,
  REAL_ORGANISATIONS,
} from './accounts';
import { Acting, type ActingDependencies, ORIGIN } from './acting';
import { findInForce, loadLiving } from './living/load-living';
import { loadMoney, loadSources, loadStreetBudget } from './load-money';
import { loadReviews } from './load-reviews';
import { loadStation, registerStation } from './load-station';
import { STATIONS } from './stations';

interface DemoDependencies extends ActingDependencies {
  services: Services;
  /** Is called with each line of progress. */
  progress: (line: string) => void;
}

/**
 * Loads the five real stations, and one that is plainly invented and lives: it has an agreement in force. What was loaded
 * before is kept; an interrupted load is resumed where it stopped.
 */
export async function loadDemo(deps: DemoDependencies): Promise<void> {
  await loadRealStations(deps);
  await loadOnce(deps, EXAMPLE_ORGANISATIONS, LAST_EXAMPLE_ACCOUNT, loadLiving);
}

/**
 * Loads the five real stations, each as the bureau registers it and its operator's administrator fills it through the
 * API, and each street's own budget as the street.
 */
export async function loadRealStations(deps: DemoDependencies): Promise<void> {
  await loadOnce(deps, REAL_ORGANISATIONS, LAST_ACCOUNT, async (acting, ids) => {
    deps.progress('Loading the demo stations / 正在载入示范社工站 …');
    for (const facts of STATIONS) {
      await loadRealStation(deps, acting, facts, ids);
      deps.progress(`  ${facts.station.name}（${facts.operator.shortName}）`);
    }
  });
}

/** Enrols organisations and their members and loads what they do, unless the last account marks it as complete. */
async function loadOnce(
  deps: DemoDependencies,
  organisations: readonly DemoOrganisation[],
  last: string,
  load: (acting: Acting, ids: ReadonlyMap<string, string>, deps: DemoDependencies) => Promise<void>,
): Promise<void> {
  if (await canSignIn(deps, last)) return;
  const ids = await enrolOrganisations(deps, organisations);
  await enrolMembers(deps, organisations, ids, (email) => email !== last);
  const acting = new Acting(deps);
  try {
    await load(acting, ids, deps);
  } finally {
    await acting.end();
  }
  await enrolMembers(deps, organisations, ids, (email) => email === last);
}

async function loadRealStation(
  { services }: DemoDependencies,
  { as }: Acting,
  facts: (typeof STATIONS)[number],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const [operator, purchaser] = domainsOf(facts.street);
  const parties = { operatorId: idOf(ids, facts.operator.name), purchaserId: idOf(ids, facts.purchaser) };
  const isBureau = ({ districtCode }: DemoOrganisation): boolean => districtCode === facts.district.code;
  const bureau = accountOf(OrganisationKind.SUPERVISOR, isBureau);
  await as(bureau, async (caller) => registerStation(services, caller, facts, parties));
  await as(administratorOf(operator), async (caller) => {
    await loadStation(services, caller, facts, parties);
    await loadSources(services, caller, facts);
    await loadMoney(services, caller, facts);
  });
  if (facts.budget) {
    await as(administratorOf(purchaser), async (caller) => loadStreetBudget(services, caller, facts));
  }
  await loadReviews(services, as, facts);
}

/** The agreement in force that the start message shows how to read, and the account that may. */
export async function demoExample(deps: DemoDependencies): Promise<{ email: string; agreementId: string }> {
  const acting = new Acting(deps);
  try {
    return await findInForce(acting, deps);
  } finally {
    await acting.end();
  }
}

async function canSignIn({ signIn, password }: DemoDependencies, email: string): Promise<boolean> {
  try {
    const { session } = await signIn.signIn({ email, password }, ORIGIN);
    await signIn.signOut(session, ORIGIN);
    return true;
  } catch (error) {
    if (error instanceof BrokenRules) return false;
    throw error;
  }
}

async function enrolOrganisations(
  { database }: DemoDependencies,
  organisations: readonly DemoOrganisation[],
): Promise<Map<string, string>> {
  return AuthScope.run(
    database,
    async (scope) => {
      const ids = new Map<string, string>();
      for (const organisation of organisations) {
        ids.set(organisation.name, await enrolOrganisation(scope, organisation));
      }
      return ids;
    },
    'app_enrolment',
  );
}

const TITLES: Record<MemberRole, string> = {
  ADMIN: '管理员',
  MANAGER: '主管',
  WORKER: '社工',
  VIEWER: '查看者',
};

async function enrolMembers(
  { database, password }: DemoDependencies,
  organisations: readonly DemoOrganisation[],
  ids: ReadonlyMap<string, string>,
  wanted: (email: string) => boolean,
): Promise<void> {
  const members = organisations
    .flatMap(({ name, shortName, domain, roles }) =>
      roles.map((role) => ({
        email: emailOf(role, domain),
        organisationId: idOf(ids, name),
        displayName: `${shortName ?? name}${TITLES[role]}`,
        role,
        password,
      })),
    )
    .filter(({ email }) => wanted(email));
  // Sequentially: in parallel they would wait for connections, and hashing is slow on a busy machine.
  for (const member of members) {
    await AuthScope.run(database, async (scope) => enrolMember(scope, member), 'app_enrolment');
  }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo has no organisation ${name}`);
  return id;
}
