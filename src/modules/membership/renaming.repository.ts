import type { OrganisationKind } from '../../access';
import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type Named, organisationFormerNames } from '../directory';

interface NamedOrganisation extends Named {
  kind: OrganisationKind;
  shortName: string | null;
}

const NAMED = statement<NamedOrganisation>(
  'organisation.named',
  `select o.kind, o.name, o.short_name as "shortName",
          (select max(f.until) + 1 from ${organisationFormerNames('f')} where f.holder_id = o.id) as since
     from core.organisation o where o.id = $1`,
);
const RENAME = statement(
  'organisation.rename',
  'update core.organisation set name = $2, short_name = $3, named_since = $4 where id = $1',
);

/** What an organisation is called, or null. */
export async function readNamedOrganisation(
  transaction: Transaction,
  id: string,
): Promise<NamedOrganisation | null> {
  const [row] = await transaction.query(NAMED, [id]);
  return row ?? null;
}

/** Changes the name from a day on; the database keeps the former one. */
export async function updateOrganisationName(
  transaction: Transaction,
  id: string,
  { name, shortName, from }: { name: string; shortName: string | null; from: Day },
): Promise<void> {
  await transaction.query(RENAME, [id, name, shortName, from]);
}
