import type { AgreementDetailFragment, AmendmentDetailFragment } from '../../generated/graphql';

/** What a member may do with an agreement or an amendment, as the API calls it. */
export type Step =
  | 'confirmAgreement'
  | 'declineAgreement'
  | 'withdrawAgreement'
  | 'voidAgreement'
  | 'confirmAmendment'
  | 'declineAmendment'
  | 'withdrawAmendment'
  | 'acknowledgeAmendment'
  | 'objectToAmendment';

/** Steps that are agreed to without a word. */
export const WITHOUT_REASON: readonly Step[] = [
  'confirmAgreement',
  'confirmAmendment',
  'acknowledgeAmendment',
];

/** The viewer: of which organisation, and what its kind and role allow. */
interface Looking {
  readonly may: readonly string[];
  readonly organisation: { readonly id: string };
}

type Agreement = Pick<
  AgreementDetailFragment,
  'state' | 'proposedBy' | 'operator' | 'purchaser' | 'operatorConfirmedAt' | 'purchaserConfirmedAt'
>;

/** The steps that are open to a member now. The server decides again. */
export function stepsOfAgreement(agreement: Agreement, { may, organisation }: Looking): Step[] {
  if (agreement.state === 'CONFIRMED') return may.includes('agreement.void') ? ['voidAgreement'] : [];
  if (agreement.state !== 'PROPOSED') return [];
  if (agreement.proposedBy.id === organisation.id)
    return may.includes('agreement.register') ? ['withdrawAgreement'] : [];
  if (!may.includes('agreement.confirm')) return [];
  const hasConfirmed = !missingParties(agreement).some(({ id }) => id === organisation.id);
  const isParty = [agreement.operator.id, agreement.purchaser.id].includes(organisation.id);
  return isParty && hasConfirmed ? ['declineAgreement'] : ['confirmAgreement', 'declineAgreement'];
}

/** The parties whose confirmation a proposal waits for. */
export function missingParties({
  proposedBy,
  operator,
  purchaser,
  operatorConfirmedAt,
  purchaserConfirmedAt,
}: Agreement): Agreement['operator'][] {
  return [
    ...(operatorConfirmedAt === null ? [operator] : []),
    ...(purchaserConfirmedAt === null ? [purchaser] : []),
  ].filter(({ id }) => id !== proposedBy.id);
}

type Amendment = Pick<AmendmentDetailFragment, 'state' | 'proposedBy'> & {
  readonly answers: readonly { readonly by: { readonly id: string } }[];
};

export function stepsOfAmendment(
  { state, proposedBy, answers }: Amendment,
  { operator, purchaser }: Pick<Agreement, 'operator' | 'purchaser'>,
  { may, organisation }: Looking,
): Step[] {
  if (state === 'PROPOSED') {
    if (proposedBy.id === organisation.id)
      return may.includes('amendment.withdraw') ? ['withdrawAmendment'] : [];
    return may.includes('amendment.confirm') ? ['confirmAmendment', 'declineAmendment'] : [];
  }
  const isOfBureau = ![operator.id, purchaser.id].includes(proposedBy.id);
  const hasAnswered = answers.some(({ by }) => by.id === organisation.id);
  return state === 'CONFIRMED' && isOfBureau && !hasAnswered && may.includes('amendment.answer')
    ? ['acknowledgeAmendment', 'objectToAmendment']
    : [];
}
