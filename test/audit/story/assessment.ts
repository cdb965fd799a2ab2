import type { Chapters } from './cast';

export const ASSESSMENT: Chapters = {
  setAssessmentScheme: ({ bureau }) => ({
    by: bureau,
    args: {
      input: {
        year: 2099,
        parties: [{ party: 'PURCHASER', maximum: '100' }],
        bands: { excellentFrom: '90', goodFrom: '80', qualifiedFrom: '60' },
      },
    },
    action: 'SCHEME_SET',
    thing: 'AssessmentScheme',
    values: 'after',
  }),
  openAssessment: ({ bureau, assessorId, made }) => ({
    by: bureau,
    args: {
      input: {
        agreementId: made.agreementId,
        kind: 'MIDTERM',
        assessorId,
        from: '2024-01-01',
        to: '2024-06-30',
      },
    },
    action: 'ASSESSMENT_OPENED',
    thing: 'Assessment',
    values: 'after',
    select: 'assessment { id }',
    keep: ({ assessment }) => {
      made.assessmentId = assessment.id;
    },
  }),
  moveAssessment: ({ bureau, made: { assessmentId } }) => ({
    by: bureau,
    args: { input: { assessmentId, onsiteOn: '2024-06-12' } },
    action: 'ASSESSMENT_MOVED',
    thing: 'Assessment',
    values: 'both',
  }),
  requestAssessor: ({ admin, made: { assessmentId } }) => ({
    by: admin,
    args: { input: { assessmentId, reason: '曾任职' } },
    action: 'ASSESSOR_REQUESTED',
    thing: 'AssessorRequest',
    values: 'after',
  }),
  scoreAssessment: ({ bureau, made: { assessmentId } }) => ({
    by: bureau,
    args: { input: { assessmentId, score: '9' } },
    action: 'ASSESSMENT_SCORED',
    thing: 'Assessment',
    values: 'both',
  }),
  addFinding: ({ bureau, made }) => ({
    by: bureau,
    args: { input: { assessmentId: made.assessmentId, kind: 'CONCERN', text: '档案不全' } },
    action: 'FINDING_ADDED',
    thing: 'AssessmentFinding',
    values: 'after',
    select: 'assessment { id findings { id } }',
    keep: ({ assessment }) => {
      made.findingId = assessment.findings[0]!.id;
    },
  }),
  respondToFinding: ({ admin, made: { findingId } }) => ({
    by: admin,
    args: { findingId, response: '已补齐' },
    action: 'FINDING_ANSWERED',
    thing: 'AssessmentFinding',
    values: 'both',
  }),
  reviewResponse: ({ bureau, made: { findingId } }) => ({
    by: bureau,
    args: { input: { findingId, accepted: true } },
    action: 'FINDING_REVIEWED',
    thing: 'AssessmentFinding',
    values: 'both',
  }),
  closeAssessment: ({ bureau, made: { assessmentId } }) => ({
    by: bureau,
    args: { assessmentId },
    action: 'ASSESSMENT_CLOSED',
    thing: 'Assessment',
    values: 'after',
  }),
  withdrawFinding: ({ bureau, made: { findingId } }) => ({
    by: bureau,
    args: { id: findingId, reason: '误提' },
    action: 'FINDING_WITHDRAWN',
    thing: 'AssessmentFinding',
    values: 'after',
  }),
  unsealScores: ({ bureau, made: { finalId } }) => ({
    by: bureau,
    args: { id: finalId, reason: '提前公开' },
    action: 'SCORES_UNSEALED',
    thing: 'Assessment',
    values: 'after',
  }),
  enterPaperScore: ({ bureau, made: { finalId } }) => ({
    by: bureau,
    args: {
      input: { assessmentId: finalId, party: 'MENTORING_CENTRE', score: '9', reason: '纸质评分表' },
    },
    action: 'PAPER_SCORE_ENTERED',
    thing: 'Assessment',
    values: 'both',
  }),
  replaceAssessor: ({ bureau, made: { finalId, nextAssessorId } }) => ({
    by: bureau,
    args: { input: { assessmentId: finalId, assessorId: nextAssessorId, reason: '回避' } },
    action: 'ASSESSOR_REPLACED',
    thing: 'Assessment',
    values: 'both',
  }),
  cancelAssessment: ({ bureau, made: { finalId } }) => ({
    by: bureau,
    args: { id: finalId, reason: '重复' },
    action: 'ASSESSMENT_CANCELLED',
    thing: 'Assessment',
    values: 'after',
  }),
  declareTie: ({ admin, assessorId }) => ({
    by: admin,
    args: { organisationId: assessorId, reason: '理事任职' },
    action: 'TIE_DECLARED',
    thing: 'DeclaredTie',
    values: 'after',
  }),
};
