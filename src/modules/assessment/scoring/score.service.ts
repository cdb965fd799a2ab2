import type { Caller, Write } from '../../../access';
import { dayAt } from '../../../platform/calendar';
import { trimmed } from '../../../platform/decimal';
import { assertNoFaults, BrokenRules, brokenRule } from '../../../platform/faults';
import { InputRules, MAX_REASON } from '../../../platform/input-rules';
import { storedText } from '../../../platform/text-forms';
import { type AssessmentRow, checkOpen, lockedAssessment } from '../assessment.repository';
import { gradeOf, partyOf, totalOf } from '../assessment.rules';
import { AssessmentParty, type Grade } from '../assessment.enums';
import { refuseTied } from '../tie.repository';
import type { EnterPaperScoreInput, ScoreAssessmentInput } from './score.input';
import {
  counting,
  type GivenScore,
  type PartRow,
  partsOfAssessment,
  readParts,
  writeScore,
  writeUnsealing,
} from './score.repository';
import { checkGiven, isSameScore, PAPER_DAYS } from './score.rules';
import type { AssessmentScoreType, SubScoreType } from './score.type';

/** An assessor that was replaced; its score is kept and counts no more. */
export interface ReplacedAssessor {
  assessorId: string;
  replacedAt: Date;
  reason: string;
  /** Null: none, or sealed. */
  score: string | null;
}

/** The scores of the parties: each its own, or entered from paper by the bureau. */
export class ScoreService {
  /** Of all parties, including those not given yet. */
  async scores(caller: Caller, assessment: AssessmentRow): Promise<AssessmentScoreType[]> {
    return (await this.counting(caller, assessment)).map((part) => ({
      party: part.party,
      name: part.name,
      maximum: part.maximum,
      score: part.given?.score ?? null,
      scoredAt: part.scoredAt,
      onPaper: part.given?.onPaper ?? false,
      reason: part.given?.reason ?? null,
      items: itemsOf(part, part.given),
      earlier: part.earlier.map((earlier) => ({ ...earlier, items: itemsOf(part, earlier) })),
    }));
  }

  /** The sum of the scores; null until all are given, while any is sealed, and of a cancelled assessment. */
  async total(caller: Caller, assessment: AssessmentRow): Promise<string | null> {
    caller.assert('assessment.read');
    if (assessment.total !== null) return trimmed(assessment.total);
    if (assessment.cancelledAt !== null) return null;
    return sumOf(await this.counting(caller, assessment));
  }

  async grade(caller: Caller, assessment: AssessmentRow): Promise<Grade | null> {
    const total = await this.total(caller, assessment);
    return total === null ? null : gradeOf(total, assessment);
  }

  async replacedAssessors(caller: Caller, assessment: AssessmentRow): Promise<ReplacedAssessor[]> {
    const parts = await caller.assert('assessment.read').load(partsOfAssessment, assessment);
    return parts.flatMap(({ assessorId, endedAt, endReason, given }) =>
      assessorId === null || endedAt === null
        ? []
        : [{ assessorId, replacedAt: endedAt, reason: endReason ?? '', score: given?.score ?? null }],
    );
  }

  /** Sets the score of the caller's own party. */
  async score(caller: Caller, input: ScoreAssessmentInput): Promise<void> {
    const member = caller.assert('assessment.score');
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, input.assessmentId);
      const party = partyOf(member.session, assessment);
      const part = await partOf(transaction, assessment, (one) => one.party === party);
      if (!part) throw brokenRule('NOT_A_PARTY', ['assessmentId']);
      const rules = new InputRules();
      checkOpen(rules, assessment, ['assessmentId']);
      const items = checkGiven(rules, input, part);
      const reason = checkReason(rules, input.reason);
      await refuseTied(rules, transaction, { ...assessment, assessorId: part.assessorId });
      const isSame = isSameScore(part.given, { score: input.score, items, onPaper: false });
      if (assessment.unsealedAt !== null && part.scoredAt !== null && reason === null && !isSame) {
        rules.add('REASON_MISSING', ['reason']);
      }
      assertNoFaults(rules.faults);
      const given = { score: input.score, items, onPaper: false, reason, scoredAt: member.now() };
      if (!isSame) await writeScore(transaction, assessment, part, given, member.session.memberId);
      log(transaction, 'ASSESSMENT_SCORED', assessment, part, given);
    });
  }

  /** Enters what a party gave on paper. */
  async enterPaper(caller: Caller, input: EnterPaperScoreInput): Promise<void> {
    const member = caller.assert('assessment.enterPaper');
    const { assessmentId, party, name } = input;
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, assessmentId);
      const rules = new InputRules();
      checkOpen(rules, assessment, ['assessmentId']);
      const reason = rules.prose(input.reason, ['reason'], MAX_REASON);
      const part = await partOf(
        transaction,
        assessment,
        (one) => one.party === party && (name == null || one.name === storedText(name)),
      );
      if (!part) {
        rules.add('PARTY_NOT_SCORING', [name == null ? 'party' : 'name']);
        throw new BrokenRules(rules.faults);
      }
      const earliest = dayAt(assessment.to, PAPER_DAYS + 1);
      if (party !== AssessmentParty.OTHER && member.today() < earliest) {
        rules.add('PAPER_TOO_EARLY', ['assessmentId'], { from: earliest });
      }
      if (part.scoredAt !== null && part.given?.onPaper !== true) rules.add('SCORE_GIVEN', ['party']);
      const items = checkGiven(rules, input, part);
      await refuseTied(rules, transaction, { ...assessment, assessorId: part.assessorId });
      assertNoFaults(rules.faults);
      const given = { score: input.score, items, onPaper: true, reason, scoredAt: member.now() };
      if (!isSameScore(part.given, given))
        await writeScore(transaction, assessment, part, given, member.session.memberId);
      log(transaction, 'PAPER_SCORE_ENTERED', assessment, part, given);
    });
  }

  /** Opens the scores that are in, before all are. */
  async unseal(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('assessment.unseal');
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, id);
      const rules = new InputRules();
      checkOpen(rules, assessment, ['id']);
      if (!assessment.sealed) rules.add('SCORES_NOT_SEALED', ['id']);
      const text = rules.prose(reason, ['reason'], MAX_REASON);
      assertNoFaults(rules.faults);
      const { memberId: by } = member.session;
      await writeUnsealing(transaction, assessment, { at: member.now(), by, reason: text });
      transaction.log({
        action: 'SCORES_UNSEALED',
        thing: 'Assessment',
        thingId: id,
        agreementIds: [assessment.agreementId],
        after: { reason: text },
      });
    });
  }

  private async counting(caller: Caller, assessment: AssessmentRow): Promise<PartRow[]> {
    return counting(await caller.assert('assessment.read').load(partsOfAssessment, assessment));
  }
}

/** The exact sum of the parts that count; null where one is missing or sealed. */
export function sumOf(parts: readonly PartRow[]): string | null {
  return totalOf(counting(parts).map(({ given }) => ({ score: given?.score ?? null })));
}

function itemsOf({ itemNames, itemMaxima }: PartRow, given: GivenScore | null): SubScoreType[] {
  return itemNames.map((name, index) => ({
    name,
    maximum: itemMaxima[index] ?? '0',
    score: given?.items[index] ?? null,
  }));
}

/** The only counting part that fits; none where several do. */
async function partOf(
  transaction: Write,
  assessment: AssessmentRow,
  fits: (part: PartRow) => boolean,
): Promise<PartRow | null> {
  const [part, another] = counting(await readParts(transaction, assessment)).filter(fits);
  return part && !another ? part : null;
}

function checkReason(rules: InputRules, reason: string | null | undefined): string | null {
  return reason == null ? null : rules.prose(reason, ['reason'], MAX_REASON);
}

function log(
  transaction: Write,
  action: 'ASSESSMENT_SCORED' | 'PAPER_SCORE_ENTERED',
  { id, agreementId }: AssessmentRow,
  { party, name, given }: PartRow,
  { score, items, reason }: GivenScore,
): void {
  const of = name === null ? { party } : { party, name };
  const more = { ...(items.length > 0 && { items }), ...(reason !== null && { reason }) };
  transaction.log({
    action,
    thing: 'Assessment',
    thingId: id,
    agreementIds: [agreementId],
    before: { ...of, score: given?.score ?? null },
    after: { ...of, score, ...more },
  });
}
