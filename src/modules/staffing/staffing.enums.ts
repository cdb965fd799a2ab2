/** 人员类别: only social workers count in a staffing report. */
export enum StaffKind {
  SOCIAL_WORKER = 'SOCIAL_WORKER',
  ADMINISTRATION = 'ADMINISTRATION',
  PRACTICE_SUPERVISOR = 'PRACTICE_SUPERVISOR',
}

/** 社会工作者职业水平证书, from the lowest level to the highest. */
export enum CertificateLevel {
  ASSISTANT = 'ASSISTANT',
  INTERMEDIATE = 'INTERMEDIATE',
  SENIOR = 'SENIOR',
}

/** The prefix of a member's code, by the kind at enrolment. */
export const CODE_PREFIX: Record<StaffKind, string> = {
  SOCIAL_WORKER: '社工',
  ADMINISTRATION: '行政',
  PRACTICE_SUPERVISOR: '督导',
};

/** What the form calls them. */
export const CERTIFICATE_WORDS: Record<CertificateLevel, string> = {
  ASSISTANT: '助理社会工作师',
  INTERMEDIATE: '社会工作师',
  SENIOR: '高级社会工作师',
};
