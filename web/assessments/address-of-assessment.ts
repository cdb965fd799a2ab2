/** The page of one assessment. */
export function addressOfAssessment(id: string): string {
  return `/console/assessment?${new URLSearchParams({ id }).toString()}`;
}
