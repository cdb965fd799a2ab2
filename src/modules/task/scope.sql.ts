import { organisations } from '../../access';
import { confirmedAgreements } from '../agreement';
import { isRecent } from '../reporting';

/**
 * The parameters of every statement of tasks: the kinds that are asked for, the day, the organisation of the one who asks,
 * and how many days after a day the working days are over that a street has to accept a month.
 */
export const KINDS = '$1::text[]';
export const TODAY = '$2';
export const OWN = '$3::uuid';
export const ACCEPT_LAGS = '$4::bytea';

/** To be joined: the agreement of the row `of`, where it is in force or ended a while ago. */
export const recentAgreementOf = (of: string): string => `${confirmedAgreements('a')}
  on a.organisation_id = ${of}.organisation_id and a.id = ${of}.agreement_id and ${isRecent('a.ends_on', TODAY)}`;

/** SQL: whether an organisation has no account: none of its administrators has ever joined. */
export const hasNoAccount = (id: string): string =>
  `exists (select from ${organisations('o')} where o.id = ${id} and not o.administered)`;

/** SQL: whether the district of the row `of` has no bureau with an account, leaving one out. */
export const hasNoBureau = (of: string, leftOut?: string): string =>
  `not exists (select from ${organisations('b')} where b.kind = 'SUPERVISOR' and b.administered
     and b.district_code = ${of}.district_code${leftOut === undefined ? '' : ` and b.id <> ${leftOut}`})`;
