/** The page of a published report, beside another one where they are compared. */
export function addressOfReport(id: string, other?: string): string {
  const query = new URLSearchParams({ id, ...(other !== undefined && { with: other }) });
  return `/console/report?${query.toString()}`;
}
