import { ask } from '../../api/ask';
import {
  AcknowledgeAmendmentDocument,
  ConfirmAgreementDocument,
  ConfirmAmendmentDocument,
  DeclineAgreementDocument,
  DeclineAmendmentDocument,
  ObjectToAmendmentDocument,
  type RefusalFragment,
  VoidAgreementDocument,
  WithdrawAgreementDocument,
  WithdrawAmendmentDocument,
} from '../../generated/graphql';
import type { Step } from './steps';

interface Taken {
  readonly id: string;
  readonly reason: string;
  /** The revision that the member has read. */
  readonly revision: number;
}

type Answer = Promise<{ userErrors: readonly RefusalFragment[] }>;

/** The same step again returns the current state: none needs a key. */
const TAKE: Readonly<Record<Step, (taken: Taken) => Answer>> = {
  confirmAgreement: async ({ id, revision }) =>
    (await ask(ConfirmAgreementDocument, { id, revision })).confirmAgreement,
  declineAgreement: async ({ id, reason }) =>
    (await ask(DeclineAgreementDocument, { id, reason })).declineAgreement,
  withdrawAgreement: async ({ id, reason }) =>
    (await ask(WithdrawAgreementDocument, { id, reason })).withdrawAgreement,
  voidAgreement: async ({ id, reason }) => (await ask(VoidAgreementDocument, { id, reason })).voidAgreement,
  confirmAmendment: async ({ id }) => (await ask(ConfirmAmendmentDocument, { id })).confirmAmendment,
  declineAmendment: async ({ id, reason }) =>
    (await ask(DeclineAmendmentDocument, { id, reason })).declineAmendment,
  withdrawAmendment: async ({ id, reason }) =>
    (await ask(WithdrawAmendmentDocument, { id, reason })).withdrawAmendment,
  acknowledgeAmendment: async ({ id }) =>
    (await ask(AcknowledgeAmendmentDocument, { id })).acknowledgeAmendment,
  objectToAmendment: async ({ id, reason }) =>
    (await ask(ObjectToAmendmentDocument, { id, reason })).objectToAmendment,
};

/** Takes a step; answers the rules that it broke. */
export async function takeStep(step: Step, taken: Taken): Promise<readonly RefusalFragment[]> {
  return (await TAKE[step](taken)).userErrors;
}
