import type { Caller } from '../../access';
import { notFound } from '../../platform/app-error';
import { assertNoFaults } from '../../platform/faults';
import { newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { answeredBefore } from '../agreement';
import { findSubject, insertRemark, readRemark, type RemarkRow } from './remark.repository';
import type { AddRemarkInput } from './remark.type';

const MAX_TEXT = 2000;
const MAX_EVIDENCE = 500;

/** 备注与佐证: what the parties and their bureaus add to what is reported. */
export class RemarkService {
  async add(caller: Caller, input: AddRemarkInput): Promise<RemarkRow> {
    const member = caller.assert('remark.add');
    return member.write(async (transaction) => {
      const subject = await findSubject(transaction, input.subjectId);
      if (!subject) throw notFound(input.subjectId);
      const rules = new InputRules();
      const key = rules.key(input.idempotencyKey);
      const content = checkContent(rules, input);
      const remark = { id: newId(), ...content };
      const before = await answeredBefore(member, transaction, subject, {
        action: 'REMARK_ADDED',
        thing: 'Remark',
        key,
        thingIds: [remark.id],
        content: { subjectId: subject.id, ...content },
      });
      const stored = before?.[0] === undefined ? null : await readRemark(transaction, subject, before[0]);
      if (stored) return stored;
      assertNoFaults(rules.faults);
      const written = await insertRemark(transaction, subject, remark, member.session, member.now());
      transaction.log({
        action: 'REMARK_ADDED',
        thing: 'Remark',
        thingId: remark.id,
        agreementIds: [subject.agreementId],
        after: { subject: subject.type, subjectId: subject.id, ...content },
      });
      return written;
    });
  }
}

function checkContent(
  rules: InputRules,
  { text, evidence }: AddRemarkInput,
): Pick<RemarkRow, 'text' | 'evidence'> {
  if (text == null && evidence == null) rules.add('NOTHING_REMARKED', ['text']);
  return {
    text: text == null ? null : rules.prose(text, ['text'], MAX_TEXT),
    evidence: evidence == null ? null : rules.text(evidence, ['evidence'], MAX_EVIDENCE),
  };
}
