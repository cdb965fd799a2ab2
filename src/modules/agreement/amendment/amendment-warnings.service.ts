import type { Caller } from '../../../access';
import type { Fault } from '../../../platform/faults';
import { amendmentWarnings } from '../warning.rules';
import type { AmendmentRow } from './amendment.repository';
import { feeOfAmendment } from './fee-rise.repository';

/** What is pointed out about amendments. */
export class AmendmentWarningsService {
  async list(caller: Caller, { id }: Pick<AmendmentRow, 'id'>): Promise<Fault[]> {
    return amendmentWarnings(await caller.assert('agreement.read').load(feeOfAmendment, id));
  }
}
