import type { HomeTasksQuery } from '../../generated/graphql';
import { addressOfAssessment } from '../../assessments/address-of-assessment';
import { addressOfMonth } from '../../reporting/month-status';

export type Task = HomeTasksQuery['viewer']['tasks'][number];

/** Where a task is done. */
export function addressOfTask({ kind, subject, subjectId, agreement: { id } }: Task): string {
  const of = (page: string): string =>
    `/console/${page}?${new URLSearchParams({ agreement: id }).toString()}`;
  switch (kind) {
    case 'HAND_IN_MONTH':
    case 'MONTH_SENT_BACK':
    case 'ACCEPT_MONTH':
      return addressOfMonth(id, subject);
    case 'SCORE_ASSESSMENT':
      return addressOfAssessment(subjectId);
    case 'OPEN_ASSESSMENT':
      return of('assessments');
    case 'CONFIRM_AGREEMENT':
    case 'CONFIRM_AMENDMENT':
      return of('agreements');
    case 'PAY_INSTALMENT':
      return of('funding');
    case 'ANSWER_FINDING':
    case 'REVIEW_RESPONSE':
      return '/console/work';
  }
}
