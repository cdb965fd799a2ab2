import { type Day, dayAt, dayOf, daysBetween } from '../../platform/calendar';
import type { AssessmentRow } from './assessment.repository';
import { AssessmentKind } from './assessment.enums';

/** An assessment that is still to be closed. */
export interface UpcomingAssessment {
  kind: AssessmentKind;
  /** The last day that it is about. */
  expectedOn: Day;
  /** It is not opened, though that day is over. */
  isLate: boolean;
  /** Null until it is opened. */
  assessment: AssessmentRow | null;
}

/**
 * The assessments of an agreement that lie ahead on a day. Each agreement has two: the midterm is expected once half of
 * its days are over, rounded up, the final one after its last day.
 */
export function upcomingAssessments(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  assessments: readonly AssessmentRow[],
  on: Day,
): UpcomingAssessment[] {
  const half = dayAt(startsOn, Math.ceil(daysBetween(startsOn, endsOn) / 2));
  return Object.values(AssessmentKind).flatMap((kind) => {
    const expectedOn = kind === AssessmentKind.MIDTERM ? half : endsOn;
    const opened = assessments.find((one) => one.kind === kind && dayOf(one.openedAt) <= on) ?? null;
    if (opened?.closedAt != null && dayOf(opened.closedAt) <= on) return [];
    return [{ kind, expectedOn, isLate: opened === null && expectedOn < on, assessment: opened }];
  });
}
