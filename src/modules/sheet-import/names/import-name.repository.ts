import { lockRow } from '../../../platform/database/row-lock';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { type AgreementKey, agreements, SCOPE } from '../../agreement';
import type { NameKind } from '../reading/name-choices';

/** What a name was taken for: by its id within one agreement, by its name within the others of the station. */
export interface NameChoice {
  kind: NameKind;
  /** The comparison form of the text in the file. */
  key: string;
  id: string;
  name: string;
}

const OF_STATION = statement<NameChoice>(
  'importName.ofStation',
  `select n.kind, n.text_key as key, n.chosen_id as id, n.chosen_name as name from core.import_name n
    where n.organisation_id = $1 and n.station_id = $2 order by n.kind, n.text_key`,
);

export async function choicesOfStation(
  transaction: Transaction,
  { organisationId, stationId }: { organisationId: string; stationId: string },
): Promise<NameChoice[]> {
  return transaction.query(OF_STATION, [organisationId, stationId]);
}

const CHOOSE = statement(
  'importName.choose',
  `insert into core.import_name as n (${SCOPE}, kind, text_key, chosen_id, chosen_name, chosen_at, chosen_by)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, g.kind, g.key, g.id, g.name, $4, $5
     from json_to_recordset($3::json) as g(kind text, key text, id text, name text)
     join ${agreements('a')} on a.organisation_id = $1 and a.id = $2
    order by g.kind, g.key`,
);

const FORGET = statement(
  'importName.forget',
  `delete from core.import_name n using json_to_recordset($3::json) as g(kind text, key text)
    where n.organisation_id = $1 and n.station_id = $2 and n.kind = g.kind and n.text_key = g.key`,
);

/** Replaces choices of the station of an agreement; of those without an id nothing is remembered. */
export async function replaceChoices(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  stationId: string,
  given: readonly (Pick<NameChoice, 'kind' | 'key'> & { choice: NameChoice | null })[],
  by: { memberId: string; at: Date },
): Promise<void> {
  const chosen = given.flatMap(({ choice }) => choice ?? []);
  await lockRow(transaction, 'import names', stationId);
  await transaction.query(FORGET, [organisationId, stationId, JSON.stringify(given)]);
  if (chosen.length > 0)
    await transaction.query(CHOOSE, [
      organisationId,
      agreementId,
      JSON.stringify(chosen),
      by.at,
      by.memberId,
    ]);
}
