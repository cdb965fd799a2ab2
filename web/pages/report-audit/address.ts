import type { Place } from '../../place/places';
import { addressOf } from '../../place/places';

const PATH = '/console/report-audit';

/** The page of an audit, beside another one where they are compared. */
export function addressOfAudit(id: string, other?: string): string {
  const query = new URLSearchParams({ id, ...(other !== undefined && { with: other }) });
  return `${PATH}?${query.toString()}`;
}

/** All audits of an agreement. */
export const addressOfAudits = (place: Place | undefined): string => addressOf(PATH, place);
