import { AuditTrail } from '../access';
import type { AmendmentService } from '../modules/agreement';
import { AssessmentKind, type AssessmentService, PARTIES } from '../modules/assessment';
import type { Database } from '../platform/database/database';
import { type Statement, statement } from '../platform/database/statement';
import type { Logger } from 'pino';
import type { Member, Write } from '../access';
import { LAST_ACCOUNT } from './accounts';
import { Acting } from './acting';
import { amendmentsOf } from './amendments';
import type { Party } from './directory';
import { fillAgreements } from './fill-agreements';
import { acceptMonths, fillMonths, type Keeping } from './fill-months';
import { fillRegistrations } from './fill-registrations';
import { fillOrganisations, fillStations, setPasswords } from './fill-directory';
import { bureauOf, fillAssessments, fillPayments, fillScores, scorerOf } from './fill-reviews';
import type { City } from './plan';
import type { Progress } from './progress';
import { assessmentsOf, type PlannedAssessment } from './reviews';
import { amendmentServiceOn, assessmentServiceOn, keepingOn } from './services';
import { clearOutbox } from './clear-outbox';

interface FillDependencies {
  database: Database;
  logger: Logger;
  password: string;
  progress: Progress;
  /** Stops between two steps; an unfinished step is rolled back. */
  signal: AbortSignal;
}

/** Concurrent transactions: one connection for each core of a small machine. */
const CONCURRENCY = 2;

const HAS = {
  registrations: statement(
    'generate.has.registrations',
    'select 1 from core.agreement where proposed_by = $1 limit 1',
  ),
  budgets: statement('generate.has.budgets', 'select 1 from core.budget where organisation_id = $1 limit 1'),
  payments: statement(
    'generate.has.payments',
    'select 1 from core.fiscal_budget where purchaser_id = $1 limit 1',
  ),
  months: statement(
    'generate.has.months',
    'select 1 from core.report_month where organisation_id = $1 limit 1',
  ),
  accepted: statement(
    'generate.has.accepted',
    `select 1 from core.report_month where purchaser_id = $1 and state = 'ACCEPTED' limit 1`,
  ),
  assessments: statement(
    'generate.has.assessments',
    'select 1 from core.assessment where opened_by = $1 limit 1',
  ),
  scores: statement(
    'generate.has.scores',
    'select 1 from core.assessment_score where scored_by = $1 limit 1',
  ),
};
const AMENDED = statement<{ number: string }>(
  'generate.amended',
  'select document_number as number from core.amendment where document_number is not null',
);
const CLOSED = statement<{ id: string }>(
  'generate.closed',
  'select id from core.assessment where closed_at is not null',
);

/**
 * Fills a database with a city, or resumes where an earlier run of the same city stopped. Each party writes its own rows in
 * one transaction, so a party that has some has all.
 */
export async function fillCity(city: City, deps: FillDependencies, isBegun: boolean): Promise<void> {
  const { database, logger, password } = deps;
  const trail = new AuditTrail(database, logger);
  const acting = new Acting(database, trail);
  const filling = new Filling(city, acting, deps);
  try {
    if (!isBegun) await fillOrganisations(database, city);
    await fillStations(city, acting);
    await filling.registrations();
    await filling.operators();
    await filling.streets();
    await filling.amendments(await amendmentServiceOn(database));
    await filling.assessments();
    await filling.closings(await assessmentServiceOn(database));
    await filling.months(await keepingOn(database));
    await clearOutbox(database);
    await setPasswords(database, city, password, (email) => email !== LAST_ACCOUNT);
    await setPasswords(database, city, password, (email) => email === LAST_ACCOUNT);
  } finally {
    await trail.settled();
    await acting.end();
  }
}

/** The stages in which many parties write. */
class Filling {
  private readonly planned: PlannedAssessment[];

  constructor(
    private readonly city: City,
    private readonly acting: Acting,
    private readonly deps: FillDependencies,
  ) {
    this.planned = city.agreements.flatMap((agreement) => assessmentsOf(city, agreement));
  }

  async registrations(): Promise<void> {
    const { city, deps } = this;
    deps.progress.begin('登记协议 registrations', city.bureaus.length);
    await this.eachOf(city.bureaus, async (bureau) => {
      await this.once(bureau, HAS.registrations, bureau.id, async (transaction) =>
        fillRegistrations(city, bureau, transaction),
      );
      deps.progress.step();
    });
    deps.progress.end();
  }

  async operators(): Promise<void> {
    const { city } = this;
    const { progress, signal } = this.deps;
    progress.begin('服务记录 records', city.options.records);
    await this.eachOf(city.operators, async (operator) => {
      const records = sum(
        city.agreements.filter((own) => own.operator === operator).map((own) => own.records),
      );
      const isNew = await this.once(operator, HAS.budgets, operator.id, async (transaction) =>
        fillAgreements(city, operator, transaction, { signal, recorded: (count) => progress.step(count) }),
      );
      if (!isNew) progress.step(records);
    });
    progress.end();
  }

  async streets(): Promise<void> {
    const { city, deps } = this;
    deps.progress.begin('街道经费 streets', city.purchasers.length);
    await this.eachOf(city.purchasers, async (street) => {
      await this.once(street, HAS.payments, street.id, async (transaction) =>
        fillPayments(city, street, transaction),
      );
      deps.progress.step();
    });
    deps.progress.end();
  }

  /** Through the service itself, so that values, versions and rollups are those of the API. */
  async amendments(service: AmendmentService): Promise<void> {
    const { acting, city, deps } = this;
    const known = await acting.asMember(city.cityBureau, async (member) => member.read(AMENDED, []));
    const done = new Set(known.map(({ number }) => number));
    const next = amendmentsOf(city).filter(({ input }) => !done.has(input.documentNumber ?? ''));
    deps.progress.begin('协议变更 amendments', next.length);
    await this.eachOf(next, async ({ agreement, on, input }) => {
      const bureau = bureauOf(city, agreement.station.districtCode);
      await acting.as(
        bureau,
        async (caller) => service.propose(caller, input),
        Date.parse(`${on}T01:00:00Z`),
      );
      deps.progress.step();
    });
    deps.progress.end();
  }

  async assessments(): Promise<void> {
    const { city, deps, planned } = this;
    await this.eachOf(city.bureaus, async (bureau) => {
      const own = planned.filter(({ agreement }) => agreement.station.districtCode === bureau.districtCode);
      await this.once(bureau, HAS.assessments, bureau.administrator.id, async (transaction) =>
        fillAssessments(city, bureau, own, transaction),
      );
    });
    const scores = PARTIES.flatMap((party) =>
      [...grouped(planned, (assessment) => scorerOf(city, party, assessment))].map(([by, own]) => ({
        party,
        by,
        own,
      })),
    );
    deps.progress.begin('评分 scores', scores.length);
    await this.eachOf(scores, async ({ party, by, own }) => {
      await this.once(by, HAS.scores, by.administrator.id, async (transaction) =>
        fillScores(city, party, by, own, transaction),
      );
      deps.progress.step();
    });
    deps.progress.end();
  }

  /** Through the service itself: the reports are computed and stored as by the API. */
  async closings(assessments: AssessmentService): Promise<void> {
    const { acting, city, deps, planned } = this;
    const ids = await acting.asMember(city.cityBureau, async (member) => member.read(CLOSED, []));
    const closed = new Set(ids.map(({ id }) => id));
    const open = planned.filter(({ id, closedAt }) => closedAt !== null && !closed.has(id));
    deps.progress.begin('评估归档 closings', open.length);
    // One kind after the other: the basis of a final assessment includes the midterm's.
    for (const kind of [AssessmentKind.MIDTERM, AssessmentKind.FINAL]) {
      const next = open.filter((assessment) => assessment.kind === kind);
      await this.eachOf(next, async ({ agreement, id, closedAt }) => {
        const bureau = bureauOf(city, agreement.station.districtCode);
        await acting.as(bureau, async (caller) => assessments.close(caller, id), closedAt?.getTime());
        deps.progress.step();
      });
    }
    deps.progress.end();
  }

  /** Each operator hands in, then each street accepts: records are no longer written. */
  async months(keeping: Keeping): Promise<void> {
    const { acting, city, deps } = this;
    deps.progress.begin('月报 months', city.operators.length + city.purchasers.length);
    await this.eachOf(city.operators, async (operator) => {
      await acting.as(operator, async (caller) =>
        this.onceAs(caller.assert('viewer.read'), HAS.months, operator.id, async (transaction) =>
          fillMonths(city, operator, transaction, { ...keeping, caller }),
        ),
      );
      deps.progress.step();
    });
    await this.eachOf(city.purchasers, async (street) => {
      await this.once(street, HAS.accepted, street.id, async (transaction) =>
        acceptMonths(city, street, transaction),
      );
      deps.progress.step();
    });
    deps.progress.end();
  }

  /** Writes a party's rows, unless they exist; true when they did not. */
  private async once(
    party: Party,
    has: Statement,
    key: string,
    work: (transaction: Write) => Promise<void>,
  ): Promise<boolean> {
    return this.acting.asMember(party, async (member) => this.onceAs(member, has, key, work));
  }

  private async onceAs(
    member: Member,
    has: Statement,
    key: string,
    work: (transaction: Write) => Promise<void>,
  ): Promise<boolean> {
    if ((await member.read(has, [key])).length > 0) return false;
    await member.write(work);
    return true;
  }

  private async eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
    const waiting = [...things];
    const worker = async (): Promise<void> => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) {
        this.deps.signal.throwIfAborted();
        await work(thing);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function grouped<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
