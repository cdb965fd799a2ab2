import type { AuditAction, Caller, Member, Write } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { assertNoFaults, brokenRule, type Path } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules, MAX_REASON } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import {
  type AgreementKey,
  answeredBefore,
  pointById,
  type PointRow,
  zoneById,
  type ZoneRow,
} from '../agreement';
import type { AddFindingInput, ReviewResponseInput } from './assessment.input';
import { type AssessmentRow, checkOpen, findAssessment, lockedAssessment } from './assessment.repository';
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
  type FindingStep,
  stepsOfFinding,
  writeReview,
  writeWithdrawal,
} from './finding.repository';
import { placeOf } from './finding.rules';

const MAX_TEXT = 2000;
const MAX_RESPONSE = 4000;
/** Findings per party and assessment; the list is not paginated. */
const MAX_FINDINGS = 100;

/** The operator's response to a concern. */
interface FindingResponse {
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
    const { assessmentId, kind, text, zoneId, pointId } = input;
    const zone = zoneId != null && isId(zoneId) ? await member.load(zoneById, zoneId) : null;
    const point = pointId != null && isId(pointId) ? await member.load(pointById, pointId) : null;
    return member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, assessmentId);
      const rules = new InputRules();
      const place = placeOf(rules, input, { assessment, zone, point, today: member.today() });
      const party = partyOf(member.session, assessment);
      if (!party) {
        assertNoFaults(rules.faults);
        throw brokenRule('NOT_A_PARTY', ['assessmentId']);
      }
      const id = newId();
      if (await wasExecuted(member, transaction, assessment, rules, 'FINDING_ADDED', id, input))
        return assessmentId;
      checkOpen(rules, assessment, ['assessmentId']);
      if ((await countFindings(transaction, assessment, party)) >= MAX_FINDINGS) {
        rules.add('TOO_MANY', ['assessmentId'], { most: MAX_FINDINGS, inTotal: true });
      }
      const checked = rules.prose(text, ['text'], MAX_TEXT);
      assertNoFaults(rules.faults);
      const by = { at: member.now(), by: member.session.memberId };
      await insertFinding(transaction, assessment, { id, party, kind, text: checked, ...place, ...by });
      transaction.log({
        action: 'FINDING_ADDED',
        thing: 'AssessmentFinding',
        thingId: id,
        agreementIds: [assessment.agreementId],
        after: { assessmentId, party, kind, text: checked, ...place },
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
      await refuseEnded(rules, transaction, finding, ['findingId']);
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
      const { finding, isOwn } = await this.lockOwn(member, transaction, findingId);
      const checked =
        review == null && accepted ? null : rules.prose(review ?? '', ['review'], MAX_TEXT, finding.review);
      const { id, assessmentId } = finding;
      if (await wasExecuted(member, transaction, finding, rules, 'FINDING_REVIEWED', id, input))
        return assessmentId;
      await refuseEnded(rules, transaction, finding, ['findingId']);
      refuseReview(rules, finding, isOwn);
      assertNoFaults(rules.faults);
      const state = accepted ? FindingState.ACCEPTED : FindingState.SENT_BACK;
      await writeReview(transaction, finding, state, checked, member.now());
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

  /** Withdraws a finding of the caller's own party: it stays readable and no longer counts. Returns the assessment's id. */
  async withdraw(caller: Caller, id: string, reason: string): Promise<string> {
    const member = caller.assert('finding.withdraw');
    return member.write(async (transaction) => {
      const rules = new InputRules();
      const { finding, isOwn } = await this.lockOwn(member, transaction, id);
      const text = rules.prose(reason, ['reason'], MAX_REASON);
      if (!isOwn) rules.add('NOT_YOUR_FINDING', ['id']);
      await refuseEnded(rules, transaction, finding, ['id']);
      assertNoFaults(rules.faults);
      const by = { at: member.now(), by: member.session.memberId };
      await writeWithdrawal(transaction, finding, { ...by, reason: text });
      transaction.log({
        action: 'FINDING_WITHDRAWN',
        thing: 'AssessmentFinding',
        thingId: finding.id,
        agreementIds: [finding.agreementId],
        after: { reason: text },
      });
      return finding.assessmentId;
    });
  }

  /** Every response and review, the first one first. */
  async steps(caller: Caller, finding: FindingRow): Promise<FindingStep[]> {
    return caller.assert('assessment.read').load(stepsOfFinding, finding);
  }

  /** The zone or point that a finding is about. */
  async zone(caller: Caller, { zoneId }: FindingRow): Promise<ZoneRow | null> {
    return zoneId === null ? null : caller.assert('assessment.read').load(zoneById, zoneId);
  }

  async point(caller: Caller, { pointId }: FindingRow): Promise<PointRow | null> {
    return pointId === null ? null : caller.assert('assessment.read').load(pointById, pointId);
  }

  /** A finding of the caller's own party is row-locked; another's is only seen. */
  private async lockOwn(
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

/** What was withdrawn, or is of a cancelled assessment, is answered and reviewed no more. */
async function refuseEnded(
  rules: InputRules,
  transaction: Transaction,
  { assessmentId, withdrawnAt }: FindingRow,
  path: Path,
): Promise<void> {
  if (withdrawnAt !== null) rules.add('FINDING_WITHDRAWN', path);
  const assessment = await findAssessment(transaction, assessmentId);
  if (assessment != null && assessment.cancelledAt !== null) rules.add('ASSESSMENT_CANCELLED', path);
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
