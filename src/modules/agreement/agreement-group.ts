import type { AgreementKey } from './parts.repository';

/** Agreements whose figures are added up: one alone, or those of a district. */
export interface AgreementGroup<Key extends AgreementKey = AgreementKey> {
  id: string;
  agreements: readonly Key[];
}

/** The columns of a statement over groups: group, operator and agreement, one row an agreement. */
export function groupColumns(groups: readonly AgreementGroup[]): [string[], string[], string[]] {
  const rows = groups.flatMap(({ id, agreements }) => agreements.map((key) => ({ id, ...key })));
  return [
    rows.map(({ id }) => id),
    rows.map(({ organisationId }) => organisationId),
    rows.map(({ agreementId }) => agreementId),
  ];
}
