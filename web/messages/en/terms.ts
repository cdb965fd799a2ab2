import type { Messages } from '../zh';

export const terms: Messages['terms'] = {
  role: { ADMIN: 'Administrator', MANAGER: 'Manager', WORKER: 'Worker', VIEWER: 'Viewer' },
  grade: { EXCELLENT: 'Excellent', GOOD: 'Good', QUALIFIED: 'Qualified', UNQUALIFIED: 'Unqualified' },
  assessment: { MIDTERM: 'Midterm assessment', FINAL: 'Final assessment' },
};
