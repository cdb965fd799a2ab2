import type { AgreementKey } from './read.sql';

/** Agreements whose figures are summed: a single one, or those of a district. */
export interface AgreementGroup<Key extends AgreementKey = AgreementKey> {
  id: string;
  agreements: readonly Key[];
}

/** SQL columns of a statement over groups: group, operator and agreement, one row per agreement. */
export function groupColumns(groups: readonly AgreementGroup[]): [string[], string[], string[]] {
  const rows = groups.flatMap(({ id, agreements }) => agreements.map((key) => ({ id, ...key })));
  return [
    rows.map(({ id }) => id),
    rows.map(({ organisationId }) => organisationId),
    rows.map(({ agreementId }) => agreementId),
  ];
}
