import type { Chapters } from './cast';

export const ASSESSMENT: Chapters = {
  openAssessment: ({ bureau, assessorId, made }) => ({
    by: bureau,
    args: {
      input: {
        ...{ agreementId: made.agreementId, kind: 'MIDTERM', assessorId },
        ...{ from: '2024-01-01', to: '2024-06-30' },
      },
    },
    ...{ action: 'ASSESSMENT_OPENED', thing: 'Assessment', values: 'after', select: 'assessment { id }' },
    keep: ({ assessment }) => {
      made.assessmentId = assessment.id;
    },
  }),
  scoreAssessment: ({ bureau, made: { assessmentId } }) => ({
    ...{ by: bureau, args: { input: { assessmentId, score: '9' } } },
    ...{ action: 'ASSESSMENT_SCORED', thing: 'Assessment', values: 'both' },
  }),
  addFinding: ({ bureau, made }) => ({
    by: bureau,
    args: { input: { assessmentId: made.assessmentId, kind: 'CONCERN', text: '档案不全' } },
    ...{ action: 'FINDING_ADDED', thing: 'AssessmentFinding', values: 'after' },
    select: 'assessment { id findings { id } }',
    keep: ({ assessment }) => {
      made.findingId = assessment.findings[0]!.id;
    },
  }),
  respondToFinding: ({ admin, made: { findingId } }) => ({
    ...{ by: admin, args: { findingId, response: '已补齐' } },
    ...{ action: 'FINDING_ANSWERED', thing: 'AssessmentFinding', values: 'both' },
  }),
  reviewResponse: ({ bureau, made: { findingId } }) => ({
    ...{ by: bureau, args: { input: { findingId, accepted: true } } },
    ...{ action: 'FINDING_REVIEWED', thing: 'AssessmentFinding', values: 'both' },
  }),
  closeAssessment: ({ bureau, made: { assessmentId } }) => ({
    ...{ by: bureau, args: { assessmentId } },
    ...{ action: 'ASSESSMENT_CLOSED', thing: 'Assessment', values: 'after' },
  }),
  declareTie: ({ admin, assessorId }) => ({
    ...{ by: admin, args: { organisationId: assessorId, reason: '理事任职' } },
    ...{ action: 'TIE_DECLARED', thing: 'DeclaredTie', values: 'after' },
  }),
};
