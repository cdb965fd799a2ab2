import type { Translation } from '../translation';
import type { task as zh } from '../zh/task';
import { CONDITIONS } from './amendment';

export const task: Translation<typeof zh> = {
  TASK_AGREEMENT: ({ first, last }) => `Agreement from ${first} to ${last}`,
  TASK_AMENDMENT: ({ since }) => `Amendment from ${since} on`,
  TASK_ASSESSMENT: ({ kind }) => (kind === 'MIDTERM' ? 'Midterm assessment' : 'Final assessment'),
  TASK_INSTALMENT: ({ condition }) => `Instalment ${CONDITIONS.get(condition) ?? condition}`,
};
