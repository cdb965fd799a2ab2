import { type Chapter, type Chapters, reason } from './cast';

const amendment: Pick<Chapter, 'thing'> & { values: 'both' } = { thing: 'Amendment', values: 'both' };

/** What becomes of the amendments of a confirmed agreement. */
export const AMENDMENTS: Chapters = {
  proposeAmendment: ({ admin, made }) => ({
    by: admin,
    args: {
      input: { agreementId: made.agreementId, effectiveOn: '2024-06-01', reason, annualFee: '1100000' },
    },
    action: 'AMENDMENT_PROPOSED',
    thing: 'Amendment',
    values: 'after',
    select: 'amendment { id }',
    keep: (payload) => {
      made.amendmentId = payload.amendment.id;
    },
  }),
  confirmAmendment: ({ purchaser, made: { amendmentId: id } }) => ({
    by: purchaser,
    args: { id },
    action: 'AMENDMENT_CONFIRMED',
    ...amendment,
  }),
  declineAmendment: ({ purchaser, made: { otherAmendmentId: id } }) => ({
    by: purchaser,
    args: { id, reason },
    action: 'AMENDMENT_DECLINED',
    ...amendment,
  }),
  withdrawAmendment: ({ admin, made: { otherAmendmentId: id } }) => ({
    by: admin,
    args: { id, reason },
    action: 'AMENDMENT_WITHDRAWN',
    ...amendment,
  }),
  acknowledgeAmendment: ({ purchaser, made: { otherAmendmentId: id } }) => ({
    by: purchaser,
    args: { id },
    action: 'AMENDMENT_ACKNOWLEDGED',
    ...amendment,
  }),
  objectToAmendment: ({ admin, made: { otherAmendmentId: id } }) => ({
    by: admin,
    args: { id, reason },
    action: 'AMENDMENT_OBJECTED',
    ...amendment,
  }),
};
