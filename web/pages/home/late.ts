import type { OverviewLineFragment } from '../../generated/graphql';
import { compareDecimals } from '../../ui/decimals';

/** Something that is late at a station: an assessment, or most of its figures. */
export interface LateThing {
  readonly line: OverviewLineFragment;
  /** The assessment that was expected by a day; otherwise it is the figures. */
  readonly assessment?: OverviewLineFragment['assessmentsAhead'][number];
}

/** Assessments first, by the day they were expected; then the stations of whose figures least are on time. */
export function lateThings(lines: readonly OverviewLineFragment[]): readonly LateThing[] {
  const assessments = lines
    .flatMap((line) => line.assessmentsAhead.map((assessment) => ({ line, assessment })))
    .filter(({ assessment }) => assessment.isLate)
    .sort((a, b) => (a.assessment.expectedOn < b.assessment.expectedOn ? -1 : 1));
  const onTime = ({ indicators }: OverviewLineFragment): string => indicators.onTimePercent ?? '100';
  const behind = lines
    .filter((line) => line.isInForce && compareDecimals(onTime(line), '50') < 0)
    .sort((a, b) => compareDecimals(onTime(a), onTime(b)))
    .map((line) => ({ line }));
  return [...assessments, ...behind];
}
