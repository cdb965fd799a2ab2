import { upcomingAssessments } from './assessment-plan.rules';
import type { AssessmentRow } from './assessment.repository';
import { AssessmentKind } from './assessment.enums';

const YEAR = { startsOn: '2024-01-01', endsOn: '2024-12-31' };
const at = (day: string): Date => new Date(`${day}T04:00:00Z`);

function midterm(changes: Partial<AssessmentRow>): AssessmentRow {
  const opened = {
    kind: AssessmentKind.MIDTERM,
    openedAt: at('2024-07-05'),
    closedAt: null,
    cancelledAt: null,
  };
  return { ...opened, ...changes } as AssessmentRow;
}

const seen = (assessments: AssessmentRow[], on: string): string[] =>
  upcomingAssessments(YEAR, assessments, on).map(
    ({ kind, isLate, assessment }) => `${kind}${isLate ? ' late' : ''}${assessment ? ' open' : ''}`,
  );

describe('an assessment that is ahead', () => {
  it('is open from its opening to its closing', () => {
    const one = midterm({ closedAt: at('2024-08-01') });
    expect(seen([one], '2024-07-04')).toEqual(['MIDTERM late', 'FINAL']);
    expect(seen([one], '2024-07-05')).toEqual(['MIDTERM open', 'FINAL']);
    expect(seen([one], '2024-08-01')).toEqual(['FINAL']);
  });

  it('waits to be opened again from the day on which it was cancelled', () => {
    const cancelled = midterm({ cancelledAt: at('2024-07-20') });
    expect(seen([cancelled], '2024-07-19')).toEqual(['MIDTERM open', 'FINAL']);
    expect(seen([cancelled], '2024-07-20')).toEqual(['MIDTERM late', 'FINAL']);
    const again = midterm({ openedAt: at('2024-07-25') });
    expect(seen([cancelled, again], '2024-07-25')).toEqual(['MIDTERM open', 'FINAL']);
  });
});
