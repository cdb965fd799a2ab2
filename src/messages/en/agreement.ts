import type { Translation } from '../translation';
import type { agreement as zh } from '../zh/agreement';

export const agreement: Translation<typeof zh> = {
  STATION_MISSING: () => 'Please choose an existing station (stationId), or describe a new one (newStation).',
  STATION_AMBIGUOUS: () => 'Give either an existing station or a new one, not both.',
  STATION_UNDER_AGREEMENT: () =>
    'The station has an agreement on some of these days already. Please check the first and the last day.',
  STATION_NAME_TAKEN: () =>
    'This district has, or had, a station of this name, or of one that looks like it. Please choose another name, or the existing station.',
  PARTIES_ARE_FIXED: () =>
    'A revision cannot change the station, the operator or the purchaser. If one is wrong, please withdraw the proposal and register anew.',
  STARTS_TOO_LATE: () =>
    'An agreement can be registered at most 18 months before it starts. Please check the first day.',
  RENEWAL_TOO_EARLY: ({ endsOn }) =>
    `A renewal starts after the last day of the earlier agreement (${endsOn}). To replace it sooner, please end it early first.`,
  ROSTER_STAYS: () =>
    'A roster is taken over by the operator or a bureau; a purchaser renews without it. Please leave withRoster out.',
  CYCLE_NUMBER_TAKEN: () =>
    'These parties have a contract cycle with this procurement number already. Please check the number.',
  CYCLE_MISSING: () => 'Please choose the contract cycle of which the agreement is this year.',
  CYCLE_NOT_FOUND: () => 'There is no such contract cycle. Please choose one of the list.',
  CYCLE_OF_OTHERS: () =>
    'This contract cycle is of another operator or purchaser. Please choose one between these parties.',
  OUTSIDE_CYCLE: ({ first, last }) =>
    `The agreement must be within its contract cycle (${first} to ${last}). Please check its days.`,
  CYCLE_YEAR_OUT_OF_RANGE: ({ years }) =>
    `Please say which year of the contract cycle the agreement is (1 to ${years}).`,
  PURCHASER_NOT_OF_DISTRICT: () =>
    'You can register for purchasers of your own district only. Please check the purchaser.',
  LONGER_THAN_A_YEAR: () =>
    'The agreement lasts more than 12 months. Please make sure that it should; a contract of several years can be a contract cycle with an agreement for each year.',
  ZONE_HAS_STAFF: () =>
    'Staff are assigned to a zone that would be removed. Please keep the zone, or ask the operator to assign them elsewhere first.',
  TOO_MANY_PROPOSALS: () =>
    'This operator and this street have 20 open proposals already. Please confirm, decline or withdraw some of them first.',
  NOT_CONFIRMED: () =>
    'The agreement is not confirmed, or no longer valid, so nothing can be recorded in it. Please have it confirmed by the other party or the bureau first.',
  AGREEMENT_CONFIRMED: () =>
    'The agreement is confirmed and cannot be changed directly. Please propose an amendment instead.',
  NOT_PROPOSED: ({ state }) =>
    `The agreement is no longer a proposal (it is ${state.toLowerCase()}). Please reload it.`,
  OWN_PROPOSAL: () =>
    'You cannot confirm or decline your own proposal. Please wait for the other party or the bureau, or withdraw it.',
  NOT_YOUR_PROPOSAL: () =>
    'Only whoever registered a proposal can change or withdraw it. If you disagree, please decline it with a reason.',
  STALE_PROPOSAL: ({ revision }) =>
    `The proposal has been revised (it is revision ${revision} now). Please look at it again before you confirm it.`,
  VOID_WITH_FIGURES: ({ receipts, payments, expenditures, assessments, named }) =>
    `Money that is not reversed, or closed assessments, stand in the agreement (${receipts} receipts, ${payments} payments, ${expenditures} expenditures, ${assessments} assessments), so it cannot be voided: ${named
      .map(({ kind, day, what, amount }) =>
        [kind, what, amount === null ? `closed on ${day}` : `${day} CNY ${amount}`].filter(Boolean).join(' '),
      )
      .join('; ')}${
      named.length < receipts + payments + expenditures + assessments ? ' …' : ''
    }. Please reverse the money; where an assessment has been closed, or that is not possible, end the agreement early instead.`,
  DISTRICT_NOT_YOURS: () => 'You can register stations of your own district only.',
  NOT_AN_OPERATOR: () => 'No operator has this id. Please check it.',
  NOT_A_PURCHASER: () => 'No purchaser has this id. Please check it.',
  NOT_YOUR_ORGANISATION: () => 'You can register agreements of your own organisation only.',
  PURCHASER_OF_OTHER_DISTRICT: () => 'The purchaser must be in the district of the station.',
  AGREEMENT_TOO_LONG: ({ years }) =>
    `An agreement lasts at most ${years} years. Please check its last day; a renewal is registered as an agreement of its own.`,
  DOMAIN_MISSING: () => 'A basic project needs its domain: family, elderly or youth.',
  DOMAIN_NOT_ALLOWED: () => 'Only a basic project has a domain.',
  ONE_CORE_PROJECT: () => '113X needs exactly one core project.',
  ONE_KEY_PROJECT: () => '113X needs exactly one key project.',
  THREE_BASIC_PROJECTS: () => '113X needs three basic projects, one each for family, elderly and youth.',
  ZONE_MISSING: () => 'The station-zone-point model needs at least one zone.',
  POINTS_BELONG_TO_ZONES: () => 'Where there are zones, please enter each point in its zone.',
  POINT_MISSING: () => 'Every zone needs at least one point.',
  TERM_OUTSIDE_AGREEMENT: ({ first, last }) => `A term must be within the agreement (${first} to ${last}).`,
  TERMS_OVERLAP: () => 'Terms must be in order and must not overlap.',
  DUPLICATE_INSTALMENT: () => 'There can be only one instalment for each condition.',
  SHARES_NOT_WHOLE: ({ sum }) => `The shares of the instalments must add up to 1; these add up to ${sum}.`,
};
