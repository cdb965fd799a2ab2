import { MemberRole, OrganisationKind } from '../../access';
import type { Services } from '../../api';
import { dayOf } from '../../platform/calendar';
import { accountOf, administratorOf, emailOf } from '../accounts';
import type { Acting } from '../acting';
import type { Actor } from './commands';
import { perform, type Stage } from './perform';
import { planUntil } from './plan';
import { agreementsOfStation, registered, registerYears } from './register';
import { DOMAINS, OPERATOR, PURCHASER, STATION } from './station';

interface LivingDependencies {
  services: Services;
  clock: () => Date;
  progress: (line: string) => void;
}

const { MANAGER, WORKER } = MemberRole;

/** The account of each actor. */
function accounts(): Record<Actor, string> {
  return {
    worker: emailOf(WORKER, DOMAINS.operator),
    manager: emailOf(MANAGER, DOMAINS.operator),
    operator: administratorOf(DOMAINS.operator),
    street: administratorOf(DOMAINS.purchaser),
    bureau: administratorOf(DOMAINS.bureau),
    mentoringCentre: accountOf(OrganisationKind.MENTORING_CENTRE),
    assessor: accountOf(OrganisationKind.ASSESSOR),
  };
}

/**
 * Loads the invented station: its parties do what is planned until yesterday, each step through the service that the API
 * uses, at its own moment. Resumes an interrupted load.
 */
export async function loadLiving(
  { as }: Acting,
  ids: ReadonlyMap<string, string>,
  { services, clock, progress }: LivingDependencies,
): Promise<void> {
  const today = dayOf(clock());
  const emails = accounts();
  const parties = { operatorId: ids.get(OPERATOR.name) ?? '', purchaserId: ids.get(PURCHASER.name) ?? '' };
  const years = await as(emails.bureau, async (caller) => registerYears(services, caller, parties, today));
  const stages = await as(emails.operator, async (caller) => ({
    earlier: stageOf(await registered(services, caller, years.earlier)),
    current: stageOf(await registered(services, caller, years.current)),
  }));
  for (const { at, by, year, command } of planUntil(today, years)) {
    await as(emails[by], async (caller) => perform(services, caller, stages[year.name], command), at);
  }
  progress(`  ${STATION.name}（${OPERATOR.shortName}）`);
}

function stageOf(agreement: Stage['agreement']): Stage {
  return { agreement, recordIds: new Map(), staffIds: new Map() };
}

/** The agreement of the invented station that is in force or was last, and the account of its operator. */
export async function findInForce(
  { as }: Acting,
  { services, clock }: LivingDependencies,
): Promise<{ email: string; agreementId: string }> {
  const email = administratorOf(DOMAINS.operator);
  const today = dayOf(clock());
  const all = await as(email, async (caller) => agreementsOfStation(services, caller));
  const agreement = all.find(({ startsOn, endsOn }) => startsOn <= today && endsOn >= today) ?? all[0];
  if (!agreement) throw new Error('the demo lacks its invented station');
  return { email, agreementId: agreement.id };
}
