import type { AuditAction, Caller, Member, Write } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { assertNoFaults, brokenRule } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { type AgreementKey, answeredBefore } from '../agreement';
import type { AddFindingInput, ReviewResponseInput } from './assessment.input';
import { type AssessmentRow, findAssessment, lockAssessment } from './assessment.repository';
import { partyOf } from './assessment.rules';
import { FindingKind, FindingState } from './assessment.enums';
import {
  countFindings,
  findFinding,
  findingsOfAssessment,
  type FindingRow,
  lockFinding,
  insertFinding,
  writeResponse,
  writeReview,
} from './finding.repository';

const MAX_TEXT = 2000;
const MAX_RESPONSE = 4000;
/** Findings per party and assessment; the list is not paginated. */
const MAX_FINDINGS = 100;

/** The operator's response to a concern. */
export interface FindingResponse {
  findingId: string;
  response: string;
  idempotencyKey?: string | null;
}

/** 评估意见与整改回应: findings of the parties and responses of the operator. */
export class FindingService {
  async listOf(caller: Caller, assessment: AssessmentRow): Promise<FindingRow[]> {
    return caller.assert('assessment.read').load(findingsOfAssessment, assessment);
  }

  /** Adds a finding for the caller's own party; returns the assessment's id. */
  async add(caller: Caller, input: AddFindingInput): Promise<string> {
    const member = caller.assert('finding.add');
    const { assessmentId, kind, text } = input;
    return member.write(async (transaction) => {
      const seen = isId(assessmentId) ? await findAssessment(transaction, assessmentId) : null;
      if (!seen) throw notFound(assessmentId);
      const party = partyOf(member.session, seen);
      if (!party) throw brokenRule('NOT_A_PARTY', ['assessmentId']);
      await lockAssessment(transaction, assessmentId);
      const rules = new InputRules();
      const id = newId();
      if (await wasExecuted(member, transaction, seen, rules, 'FINDING_ADDED', id, input))
        return assessmentId;
      const assessment = await findAssessment(transaction, assessmentId);
      if (assessment?.closedAt !== null) rules.add('ASSESSMENT_CLOSED', ['assessmentId']);
      if ((await countFindings(transaction, seen, party)) >= MAX_FINDINGS) {
        rules.add('TOO_MANY', ['assessmentId'], { most: MAX_FINDINGS, inTotal: true });
      }
      const checked = rules.prose(text, ['text'], MAX_TEXT);
      assertNoFaults(rules.faults);
      const by = { at: member.now(), by: member.session.memberId };
      await insertFinding(transaction, seen, { id, party, kind, text: checked, ...by });
      transaction.log({
        action: 'FINDING_ADDED',
        thing: 'AssessmentFinding',
        thingId: id,
        agreementIds: [seen.agreementId],
        after: { assessmentId, party, kind, text: checked },
      });
      return assessmentId;
    });
  }

  /** Answers a concern, or answers it again after it was sent back. Returns the assessment's id. */
  async respond(caller: Caller, given: FindingResponse): Promise<string> {
    const member = caller.assert('finding.respond');
    const { findingId, response } = given;
    return member.write(async (transaction) => {
      const finding = isId(findingId) ? await lockFinding(transaction, findingId) : null;
      if (!finding) throw notFound(findingId);
      const rules = new InputRules();
      const { id, assessmentId } = finding;
      if (await wasExecuted(member, transaction, finding, rules, 'FINDING_ANSWERED', id, given))
        return assessmentId;
      const checked = rules.prose(response, ['response'], MAX_RESPONSE, finding.response);
      if (finding.kind !== FindingKind.CONCERN) {
        rules.add('NOT_A_CONCERN', ['findingId']);
      } else if (finding.state === FindingState.ACCEPTED) {
        rules.add('RESPONSE_ACCEPTED', ['findingId']);
      }
      assertNoFaults(rules.faults);
      await writeResponse(transaction, finding, checked, member.now());
      transaction.log({
        action: 'FINDING_ANSWERED',
        thing: 'AssessmentFinding',
        thingId: finding.id,
        agreementIds: [finding.agreementId],
        before: { state: finding.state, response: finding.response },
        after: { state: FindingState.ANSWERED, response: checked },
      });
      return finding.assessmentId;
    });
  }

  /** Accepts a response or sends it back, for the party that raised the concern. Returns the assessment's id. */
  async review(caller: Caller, input: ReviewResponseInput): Promise<string> {
    const member = caller.assert('finding.review');
    const { findingId, accepted, review } = input;
    return member.write(async (transaction) => {
      const rules = new InputRules();
      const { finding, isOwn } = await this.lockForReview(member, transaction, findingId);
      const checked =
        review == null && accepted ? null : rules.prose(review ?? '', ['review'], MAX_TEXT, finding.review);
      const { id, assessmentId } = finding;
      if (await wasExecuted(member, transaction, finding, rules, 'FINDING_REVIEWED', id, input))
        return assessmentId;
      refuseReview(rules, finding, isOwn);
      assertNoFaults(rules.faults);
      const state = accepted ? FindingState.ACCEPTED : FindingState.SENT_BACK;
      await writeReview(transaction, finding, state, checked);
      transaction.log({
        action: 'FINDING_REVIEWED',
        thing: 'AssessmentFinding',
        thingId: finding.id,
        agreementIds: [finding.agreementId],
        before: { state: finding.state, review: finding.review },
        after: { state, review: checked },
      });
      return finding.assessmentId;
    });
  }

  /** The finding whose response is reviewed: row-locked if it is the caller's own. */
  private async lockForReview(
    { session }: Member,
    transaction: Transaction,
    id: string,
  ): Promise<{ finding: FindingRow; isOwn: boolean }> {
    const seen = isId(id) ? await findFinding(transaction, id) : null;
    const assessment = seen && (await findAssessment(transaction, seen.assessmentId));
    if (!assessment) throw notFound(id);
    const isOwn = seen.party === partyOf(session, assessment);
    const finding = isOwn ? await lockFinding(transaction, id) : seen;
    return { finding: finding ?? seen, isOwn };
  }
}

function refuseReview(rules: InputRules, { state }: FindingRow, isOwn: boolean): void {
  if (!isOwn) {
    rules.add('NOT_YOUR_FINDING', ['findingId']);
  } else if (state !== FindingState.ANSWERED) {
    rules.add('NOTHING_TO_REVIEW', ['findingId']);
  }
}

/** True if the call was already executed with the same key. */
async function wasExecuted(
  member: Member,
  transaction: Write,
  agreement: AgreementKey,
  rules: InputRules,
  action: AuditAction,
  id: string,
  { idempotencyKey, ...content }: { idempotencyKey?: string | null },
): Promise<boolean> {
  const call = {
    action,
    thing: 'AssessmentFinding',
    key: rules.key(idempotencyKey),
    content,
    thingIds: [id],
  };
  return (await answeredBefore(member, transaction, agreement, call)) !== null;
}
