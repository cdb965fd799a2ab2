import { type Day, dayAt, dayOf, daysBetween } from '../../platform/calendar';
import type { AssessmentRow } from './assessment.repository';
import { AssessmentKind } from './assessment.enums';

/** An assessment that is not closed yet. */
export interface UpcomingAssessment {
  kind: AssessmentKind;
  /** Last day assessed; expected, until it is opened. */
  expectedOn: Day;
  /** Not opened, though that day has passed. */
  isLate: boolean;
  /** Null until it is opened. */
  assessment: AssessmentRow | null;
}

/**
 * The pending assessments of an agreement on a day. Each agreement has two: the midterm is expected once half of its
 * days have elapsed, rounded up, the final one after its last day.
 */
export function upcomingAssessments(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  assessments: readonly AssessmentRow[],
  on: Day,
): UpcomingAssessment[] {
  const half = dayAt(startsOn, Math.ceil(daysBetween(startsOn, endsOn) / 2));
  return Object.values(AssessmentKind).flatMap((kind) => {
    const expectedOn = kind === AssessmentKind.MIDTERM ? half : endsOn;
    const opened =
      assessments.find(
        (one) =>
          one.kind === kind &&
          dayOf(one.openedAt) <= on &&
          (one.cancelledAt === null || dayOf(one.cancelledAt) > on),
      ) ?? null;
    if (opened?.closedAt != null && dayOf(opened.closedAt) <= on) return [];
    return [{ kind, expectedOn, isLate: opened === null && expectedOn < on, assessment: opened }];
  });
}
