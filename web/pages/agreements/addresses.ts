/** The page of one agreement. */
export function addressOfAgreement(id: string): string {
  return `/console/agreements?${new URLSearchParams({ agreement: id }).toString()}`;
}
