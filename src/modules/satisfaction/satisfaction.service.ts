import type { Caller, Member, Write } from '../../access';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { exact } from '../../platform/decimal';
import { type Fault, refuseFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { badInput, notFound } from '../../platform/refusal';
import { storedProse } from '../../platform/text-forms';
import { type AgreementKey, type AgreementRow, findAgreement, keyOf, lockAgreement } from '../agreement';
import type {
  CorrectSatisfactionInput,
  RecordSatisfactionInput,
  SatisfactionArgs,
} from './satisfaction.input';
import {
  findByKey,
  findSurvey,
  insertSurvey,
  type NewSurvey,
  satisfactionSums,
  surveyById,
  surveyCountOfAgreement,
  type SurveyRow,
  surveysOfAgreement,
  voidSurvey,
} from './satisfaction.repository';
import { checkSurvey, type SatisfactionReport, satisfactionReport } from './satisfaction.rules';

const THRESHOLD = '85';
const MOST_REASON = 500;

/** 服务对象满意度: what clients said when they were asked. */
export class SatisfactionService {
  async report(caller: Caller, agreement: AgreementKey, args: SatisfactionArgs): Promise<SatisfactionReport> {
    const member = caller.assert('satisfaction.read');
    const threshold = args.threshold ?? THRESHOLD;
    const [from, to] = [args.from ?? null, args.to ?? null];
    if (exact(threshold).lt(0) || exact(threshold).gt(100)) throw thresholdOutOfRange();
    if (from !== null && to !== null && from > to) throw daysNotInOrder();
    return satisfactionReport(await member.load(satisfactionSums(from, to), agreement), threshold);
  }

  /** The surveys of an agreement, the latest day first, void ones included. */
  async listOf(caller: Caller, agreement: AgreementKey, args: PageArgs): Promise<Connection<SurveyRow>> {
    const member = caller.assert('satisfaction.read');
    const page = toPage(args, ['date', 'uuid']);
    return toConnection(
      await member.load(surveysOfAgreement(page), agreement),
      page,
      (row) => [row.surveyedOn, row.id],
      async () => member.load(surveyCountOfAgreement, agreement),
    );
  }

  /** One survey; refused as not found when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<SurveyRow> {
    const row = await this.find(caller, id);
    if (!row) throw notFound(id);
    return row;
  }

  async find(caller: Caller, id: string): Promise<SurveyRow | null> {
    const member = caller.assert('satisfaction.read');
    return isId(id) ? member.load(surveyById, id) : null;
  }

  /** Returns the survey's id: of the one that is stored under the key already, where there is one. */
  async record(caller: Caller, input: RecordSatisfactionInput): Promise<string> {
    const member = caller.assert('satisfaction.record');
    return member.write(async (transaction) => {
      const agreement = await heldAgreement(transaction, input.agreementId);
      const rules = checkSurvey(input, agreement.startsOn, member.today());
      const key = rules.key(input.idempotencyKey);
      const known = key === null ? null : await findByKey(transaction, keyOf(agreement), key);
      if (!known) refuseFaults(rules.faults);
      const id = known?.id ?? newId();
      const survey = { ...contentOf(input), id, idempotencyKey: key, replaces: null };
      if (!known) await insert(transaction, member, agreement, survey);
      transaction.log({
        ...{ action: 'SURVEY_RECORDED', thing: 'SatisfactionSurvey', thingId: id },
        agreementIds: [agreement.id],
        after: known ? { idempotencyKey: key, storedBefore: true } : survey,
      });
      return id;
    });
  }

  /** Puts another survey in the place of one, which is void from then on; returns the new one's id. */
  async correct(caller: Caller, input: CorrectSatisfactionInput): Promise<string> {
    const member = caller.assert('satisfaction.record');
    return member.write(async (transaction) => {
      const { survey, agreement } = await held(transaction, input.id);
      const rules = checkSurvey(input, agreement.startsOn, member.today(), survey.note);
      const reason = checkVoiding(rules, survey, input.reason);
      refuseFaults(rules.faults);
      const next = { ...contentOf(input), id: newId(), idempotencyKey: null, replaces: survey.id };
      await voidSurvey(transaction, survey, member.now(), member.session.memberId, reason);
      await insert(transaction, member, agreement, next);
      transaction.log({
        ...{ action: 'SURVEY_CORRECTED', thing: 'SatisfactionSurvey', thingId: survey.id },
        agreementIds: [agreement.id],
        before: contentOf(survey),
        after: { ...next, reason },
      });
      return next.id;
    });
  }

  async void(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('satisfaction.record');
    await member.write(async (transaction) => {
      const { survey, agreement } = await held(transaction, id);
      const rules = new InputRules();
      const text = checkVoiding(rules, survey, reason);
      refuseFaults(rules.faults);
      await voidSurvey(transaction, survey, member.now(), member.session.memberId, text);
      transaction.log({
        ...{ action: 'SURVEY_VOIDED', thing: 'SatisfactionSurvey', thingId: id },
        agreementIds: [agreement.id],
        before: contentOf(survey),
        after: { reason: text },
      });
    });
  }
}

/** The agreement whose surveys are to change, held against others until the transaction ends. */
async function heldAgreement(transaction: Write, id: string): Promise<AgreementRow> {
  const agreement = isId(id) ? await findAgreement(transaction, id) : null;
  if (!agreement) throw notFound(id);
  await lockAgreement(transaction, id);
  return agreement;
}

async function insert(
  transaction: Write,
  member: Member,
  agreement: AgreementRow,
  survey: NewSurvey,
): Promise<void> {
  await insertSurvey(transaction, agreement, survey, member.session.memberId, member.now());
}

async function held(transaction: Write, id: string): Promise<{ survey: SurveyRow; agreement: AgreementRow }> {
  const seen = isId(id) ? await findSurvey(transaction, id) : null;
  if (!seen) throw notFound(id);
  const agreement = await heldAgreement(transaction, seen.agreementId);
  return { survey: (await findSurvey(transaction, id)) ?? seen, agreement };
}

function checkVoiding(rules: InputRules, { voidedAt }: SurveyRow, reason: string): string {
  if (voidedAt !== null) rules.faults.push(SURVEY_VOIDED);
  return rules.prose(reason, ['reason'], MOST_REASON);
}

const SURVEY_VOIDED: Fault = {
  code: 'SURVEY_VOIDED',
  path: ['id'],
  text: {
    zh: '此调查已作废或已更正，请刷新后再操作。',
    en: 'The survey is void or has been corrected. Please read it again first.',
  },
};

type Content = Omit<NewSurvey, 'id' | 'idempotencyKey' | 'replaces'>;

function contentOf(from: RecordSatisfactionInput | CorrectSatisfactionInput | SurveyRow): Content {
  const { method, surveyedOn, asked, answered, satisfied, reportedPercent, note } = from;
  return {
    ...{ method, surveyedOn, asked: asked ?? null, answered: answered ?? null },
    ...{ satisfied: satisfied ?? null, reportedPercent: reportedPercent ?? null },
    note: note == null ? null : storedProse(note),
  };
}

function thresholdOutOfRange(): Error {
  return badInput({ zh: 'threshold 须在 0 到 100 之间。', en: 'threshold must be 0 to 100.' });
}

function daysNotInOrder(): Error {
  return badInput({ zh: 'from 不能晚于 to。', en: 'from must not be after to.' });
}
