import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { AssessmentParty } from '../assessment.enums';
import type { Bands } from '../assessment.rules';

/** A party of a scheme as it is stored. */
export interface SchemeParty {
  party: AssessmentParty;
  name?: string;
  maximum: string;
  items?: { name: string; maximum: string }[];
}

export interface SchemeRow extends Bands {
  districtCode: string | null;
  version: number;
  parties: SchemeParty[];
  setAt: Date | null;
}

const COLUMNS = `s.district_code as "districtCode", s.version, s.parties, s.set_at as "setAt",
  trim_scale(s.excellent_from)::text as "excellentFrom", trim_scale(s.good_from)::text as "goodFrom",
  trim_scale(s.qualified_from)::text as "qualifiedFrom"`;

export const IN_FORCE = statement<SchemeRow>(
  'scheme.inForce',
  `select ${COLUMNS} from core.assessment_scheme_of($1, $2) s`,
);

const OWN = statement<SchemeRow>(
  'scheme.own',
  `select ${COLUMNS} from core.assessment_scheme s where s.organisation_id = $1 and s.year = $2
    order by s.version desc limit 1`,
);

/** The last scheme that a bureau has set for a year. */
export async function ownScheme(
  transaction: Transaction,
  organisationId: string,
  year: number,
): Promise<SchemeRow | null> {
  const [row] = await transaction.query(OWN, [organisationId, year]);
  return row ?? null;
}

const SET = statement(
  'scheme.set',
  `insert into core.assessment_scheme (organisation_id, district_code, year, version, parties, excellent_from, good_from,
          qualified_from, set_at, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

interface NewScheme extends Bands {
  organisationId: string;
  districtCode: string | null;
  year: number;
  version: number;
  parties: readonly SchemeParty[];
  at: Date;
  by: string;
}

export async function insertScheme(transaction: Transaction, scheme: NewScheme): Promise<void> {
  const { organisationId, districtCode, year, version, parties, at, by } = scheme;
  const bands = [scheme.excellentFrom, scheme.goodFrom, scheme.qualifiedFrom];
  const key = [organisationId, districtCode, year, version];
  await transaction.query(SET, [...key, JSON.stringify(parties), ...bands, at, by]);
}
