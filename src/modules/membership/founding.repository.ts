import { MemberRole, type OrganisationKind } from '../../access';
import { breaksConstraint } from '../../platform/database/errors';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import { insertMember } from './member.repository';

const INSERT = statement(
  'organisation.insert',
  'insert into core.organisation (id, kind, name, short_name, district_code) values ($1, $2, $3, $4, $5)',
);

export interface NewOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  shortName: string | null;
  districtCode: string | null;
}

export async function insertOrganisation(
  transaction: Transaction,
  organisation: NewOrganisation,
): Promise<void> {
  const { id, kind, name, shortName, districtCode } = organisation;
  await transaction.query(INSERT, [id, kind, name, shortName, districtCode]);
}

/** True if another organisation of this kind has or had the name, or one that looks alike. */
export function organisationNameIsTaken(error: unknown): boolean {
  return breaksConstraint(error, 'organisation_name_alike') || breaksConstraint(error, 'taken_name_apart');
}

const FIND = statement<{ id: string; administered: boolean }>(
  'organisation.founding',
  'select id, administered from core.organisation where id = $1',
);

/** Whether an organisation of the directory already has an administrator; null if there is no such organisation. */
export async function findFounding(
  transaction: Transaction,
  id: string,
): Promise<{ id: string; administered: boolean } | null> {
  const [row] = await transaction.query(FIND, [id]);
  return row ?? null;
}

/** An administrator whom the platform invites. */
interface Founder {
  id: string;
  email: string;
  displayName: string;
  /** Needed where the organisation has administrators: the database refuses another without a reason. */
  namedBecause?: string;
}

export async function insertFounder(
  transaction: Transaction,
  organisationId: string,
  founder: Founder,
): Promise<void> {
  const role = MemberRole.ADMIN;
  await insertMember(transaction, {
    ...founder,
    organisationId,
    kind: 'PERSON',
    role,
    recordsMoney: false,
    stationIds: null,
  });
}
