import type { TaskCountsQuery, TaskKind } from '../generated/graphql';
import type { Path } from './pages';

type Counts = TaskCountsQuery['viewer']['taskCounts'];

/** Where the tasks of a kind are done. */
const PAGE_OF: Readonly<Record<TaskKind, Path>> = {
  HAND_IN_MONTH: '/console/month',
  MONTH_SENT_BACK: '/console/month',
  ACCEPT_MONTH: '/console/acceptance',
  SCORE_ASSESSMENT: '/console/work',
  ANSWER_FINDING: '/console/work',
  REVIEW_RESPONSE: '/console/work',
  OPEN_ASSESSMENT: '/console/assessments',
  CONFIRM_AGREEMENT: '/console/agreements',
  CONFIRM_AMENDMENT: '/console/agreements',
  PAY_INSTALMENT: '/console/funding',
};

export interface TaskSum {
  readonly count: number;
  readonly overdue: number;
}

/** How many tasks wait on a page; on the home page all of them are listed. */
export function tasksOn(path: Path, counts: Counts): TaskSum {
  return counts
    .filter(({ kind }) => path === '/console' || PAGE_OF[kind] === path)
    .reduce<TaskSum>(
      (sum, { count, overdue }) => ({ count: sum.count + count, overdue: sum.overdue + overdue }),
      { count: 0, overdue: 0 },
    );
}
