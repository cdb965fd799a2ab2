import type { AssessmentPageQuery } from '../../generated/graphql';

/** An assessment as its page reads it. */
export type Assessment = Extract<AssessmentPageQuery['node'], { scores: unknown }>;
