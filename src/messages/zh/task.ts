import { CONDITIONS } from './amendment';

/** What tasks are about. */
export const task = {
  TASK_AGREEMENT: ({ first, last }: { first: string; last: string }) => `${first} 至 ${last} 的协议`,
  TASK_AMENDMENT: ({ since }: { since: string }) => `自 ${since} 起的变更`,
  TASK_ASSESSMENT: ({ kind }: { kind: string }) => (kind === 'MIDTERM' ? '中期评估' : '末期评估'),
  TASK_INSTALMENT: ({ condition }: { condition: string }) =>
    `${CONDITIONS.get(condition) ?? condition}一期款项`,
};
