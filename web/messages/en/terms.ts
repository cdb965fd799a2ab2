import type { Messages } from '../zh';

export const terms: Messages['terms'] = {
  role: { ADMIN: 'Administrator', MANAGER: 'Manager', WORKER: 'Worker', VIEWER: 'Viewer' },
  kind: {
    OPERATOR: 'operator',
    PURCHASER: 'purchaser',
    SUPERVISOR: 'supervisor',
    MENTORING_CENTRE: 'mentoring centre',
    ASSESSOR: 'assessor',
    PLATFORM: 'platform',
  },
  grade: { EXCELLENT: 'Excellent', GOOD: 'Good', QUALIFIED: 'Qualified', UNQUALIFIED: 'Unqualified' },
  assessment: { MIDTERM: 'Midterm assessment', FINAL: 'Final assessment' },
  assessmentStates: { OPEN: 'Open', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
  parties: {
    PURCHASER: 'Purchaser',
    SUPERVISOR: 'Supervisor',
    MENTORING_CENTRE: 'Mentoring centre',
    THIRD_PARTY: 'Assessor',
    OTHER: 'Other party',
  },
  findings: { STRENGTH: 'Strength', CONCERN: 'Concern' },
  findingStates: { OPEN: 'To answer', ANSWERED: 'Answered', ACCEPTED: 'Accepted', SENT_BACK: 'Sent back' },
};
