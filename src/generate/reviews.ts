import { InstalmentCondition } from '../modules/agreement';
import { AssessmentKind, PARTIES, type ScoringParty } from '../modules/assessment';
import type { Day } from '../platform/calendar';
import { daysAfter, instantOf, LAST_DAY, monthsAfter } from './days';
import type { Party } from './directory';
import type { City, PlannedAgreement } from './plan';
import { Lottery } from './random';

export interface PlannedAssessment {
  id: string;
  agreement: PlannedAgreement;
  kind: AssessmentKind;
  from: Day;
  to: Day;
  assessor: Party;
  openedAt: Date;
  /** Null while it is open. */
  closedAt: Date | null;
  /** The scores that have been given. */
  scores: { party: ScoringParty; score: string; scoredAt: Date }[];
}

/** The lowest and highest hundredths of a maximum that a station of some quality gets; few fail. */
const QUALITY = new Lottery<readonly [number, number]>([
  [[92, 100], 25],
  [[82, 94], 40],
  [[64, 84], 30],
  [[48, 60], 5],
]);
const MAXIMUM: Record<ScoringParty, number> = {
  PURCHASER: 20,
  SUPERVISOR: 10,
  MENTORING_CENTRE: 15,
  THIRD_PARTY: 55,
};
const WEEK = 7;

/**
 * The assessments of an agreement: midterm and final. Those of the first year are closed; of this year's midterms half
 * are, and the others wait for scores.
 */
export function assessmentsOf(city: City, agreement: PlannedAgreement): PlannedAssessment[] {
  const random = city.chance(`assessments ${agreement.id}`);
  const { startsOn, endsOn, lastDay, year } = agreement;
  const half = daysAfter(monthsAfter(startsOn, 6), -1);
  const [least, most] = QUALITY.draw(random);
  const assessor = random.pick(city.assessors);
  const plans = [
    { kind: AssessmentKind.MIDTERM, to: half, isDone: half <= lastDay },
    { kind: AssessmentKind.FINAL, to: endsOn, isDone: year === 0 },
  ];
  return plans
    .filter(({ isDone, to }) => isDone && daysAfter(to, 4 * WEEK) <= LAST_DAY)
    .map(({ kind, to }) => {
      const opened = daysAfter(to, random.whole(3, WEEK));
      const isClosed = year === 0 || random.happens(50);
      const parties = random.shuffled(PARTIES);
      const given = isClosed ? parties : parties.slice(0, random.whole(0, 3));
      return {
        id: random.id(instantOf(opened)),
        agreement,
        kind,
        from: startsOn,
        to,
        assessor,
        openedAt: new Date(instantOf(opened)),
        closedAt: isClosed ? new Date(instantOf(daysAfter(opened, 2 * WEEK))) : null,
        scores: given.map((party) => ({
          party,
          score: ((MAXIMUM[party] * random.whole(least * 10, most * 10)) / 1000).toFixed(2),
          scoredAt: new Date(instantOf(daysAfter(opened, random.whole(1, WEEK)))),
        })),
      };
    });
}

const RELEASED_BY: Partial<Record<InstalmentCondition, AssessmentKind>> = {
  MIDTERM_QUALIFIED: AssessmentKind.MIDTERM,
  FINAL_QUALIFIED: AssessmentKind.FINAL,
};

/** Whether an instalment has been released: by signing, or by an assessment that was closed and passed. */
export function isReleased(city: City, agreement: PlannedAgreement, condition: InstalmentCondition): boolean {
  const kind = RELEASED_BY[condition];
  if (kind === undefined) return true;
  return assessmentsOf(city, agreement).some(
    (assessment) =>
      assessment.kind === kind &&
      assessment.closedAt !== null &&
      assessment.scores.reduce((sum, { score }) => sum + Number(score.replace('.', '')), 0) >= 6000,
  );
}
