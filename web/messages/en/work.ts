import type { Messages } from '../zh';

export const work: Messages['work'] = {
  title: 'Assessment work',
  counted: (title, count) => `${title} (${count})`,
  toScore: 'To score',
  nothingToScore: 'No assessment waits for your score. One that a bureau opens will be shown here.',
  toReview: 'Responses to review',
  nothingToReview: 'No response waits for your review.',
  scored: 'Scored, waiting for others or to be closed',
  nothingScored: 'You have scored none that is still open.',
  running: 'Running assessments',
  nothingRuns: 'No assessment is running.',
  closed: 'Closed',
  nothingClosed: 'None has been closed yet.',
  toAnswer: 'Concerns to answer',
  nothingToAnswer: 'No concern waits for your answer.',
};
