import type { Caller } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { isId } from '../../../platform/ids';
import {
  amendmentById,
  type AmendmentRow,
  amendmentsOfAgreement,
  type AnswerRow,
  answersToAmendment,
  type ChangeRow,
  changesOfAmendment,
} from './amendment.repository';

/** Reads amendments within the viewer's scope. */
export class AmendmentListService {
  async listOf(caller: Caller, agreementId: string): Promise<AmendmentRow[]> {
    return caller.assert('agreement.read').load(amendmentsOfAgreement, agreementId);
  }

  async get(caller: Caller, id: string): Promise<AmendmentRow> {
    const row = isId(id) ? await caller.assert('agreement.read').load(amendmentById, id) : null;
    if (!row) throw notFound(id);
    return row;
  }

  async changes(caller: Caller, { id }: AmendmentRow): Promise<ChangeRow[]> {
    return caller.assert('agreement.read').load(changesOfAmendment, id);
  }

  async answers(caller: Caller, { id }: AmendmentRow): Promise<AnswerRow[]> {
    return caller.assert('agreement.read').load(answersToAmendment, id);
  }
}
