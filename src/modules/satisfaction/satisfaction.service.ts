import type { Caller, Member, Write } from '../../access';
import { checkAskedRange } from '../../platform/asked-days';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { exact, trimmed } from '../../platform/decimal';
import { assertNoFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules, MAX_REASON } from '../../platform/input-rules';
import { badInput, notFound } from '../../platform/app-error';
import { storedProse } from '../../platform/text-forms';
import {
  type AgreementKey,
  type AgreementRow,
  answeredBefore,
  findAgreement,
  keyOf,
  lockAgreement,
} from '../agreement';
import type {
  CorrectSatisfactionInput,
  RecordSatisfactionInput,
  SatisfactionArgs,
} from './satisfaction.input';
import {
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

const THING = 'SatisfactionSurvey';
const THRESHOLD = '85';

/** 服务对象满意度: surveys of clients. */
export class SatisfactionService {
  async report(caller: Caller, agreement: AgreementKey, args: SatisfactionArgs): Promise<SatisfactionReport> {
    const member = caller.assert('satisfaction.read');
    const threshold = args.threshold ?? THRESHOLD;
    const [from, to] = [args.from ?? null, args.to ?? null];
    if (exact(threshold).lt(0) || exact(threshold).gt(100)) {
      throw badInput('THRESHOLD_OUT_OF_RANGE', { most: '100', places: null });
    }
    checkAskedRange(from, to);
    return satisfactionReport(await member.load(satisfactionSums(from, to), agreement), threshold);
  }

  /** The surveys of an agreement, latest day first, including void ones. */
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

  /** One survey; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<SurveyRow> {
    const row = await this.find(caller, id);
    if (!row) throw notFound(id);
    return row;
  }

  async find(caller: Caller, id: string): Promise<SurveyRow | null> {
    const member = caller.assert('satisfaction.read');
    return isId(id) ? member.load(surveyById, id) : null;
  }

  /** Records a survey and returns its id; a repeated idempotency key returns the id of the first call. */
  async record(caller: Caller, input: RecordSatisfactionInput): Promise<string> {
    const member = caller.assert('satisfaction.record');
    return member.write(async (transaction) => {
      const agreement = await lockAgreementOf(transaction, input.agreementId);
      const rules = checkSurvey(input, agreement.startsOn, member.today());
      const [action, id, content] = ['SURVEY_RECORDED' as const, newId(), contentOf(input)];
      const key = rules.key(input.idempotencyKey);
      const call = { action, thing: THING, key, content, thingIds: [id] };
      const [before] = (await answeredBefore(member, transaction, keyOf(agreement), call)) ?? [];
      if (before !== undefined) return before;
      assertNoFaults(rules.faults);
      const survey = { ...content, id, replaces: null };
      await insert(transaction, member, agreement, survey);
      log(transaction, action, { id, agreementId: agreement.id }, { after: survey });
      return id;
    });
  }

  /** Replaces a survey, which becomes void; returns the new one's id. */
  async correct(caller: Caller, input: CorrectSatisfactionInput): Promise<string> {
    const member = caller.assert('satisfaction.record');
    return member.write(async (transaction) => {
      const { survey, agreement } = await lockSurvey(transaction, input.id);
      const rules = checkSurvey(input, agreement.startsOn, member.today(), survey.note);
      const [action, id, content] = ['SURVEY_CORRECTED' as const, newId(), contentOf(input)];
      const reason = rules.prose(input.reason, ['reason'], MAX_REASON);
      const key = rules.key(input.idempotencyKey);
      const submitted = { id: survey.id, ...content, reason };
      const call = { action, thing: THING, key, content: submitted, thingIds: [id] };
      const [before] = (await answeredBefore(member, transaction, survey, call)) ?? [];
      if (before !== undefined) return before;
      refuseVoided(rules, survey);
      assertNoFaults(rules.faults);
      const next = { ...content, id, replaces: survey.id };
      await voidSurvey(transaction, survey, member.now(), member.session.memberId, reason);
      await insert(transaction, member, agreement, next);
      log(transaction, action, survey, { before: contentOf(survey), after: { ...next, reason } });
      return id;
    });
  }

  async void(caller: Caller, id: string, reason: string, idempotencyKey: string | null): Promise<void> {
    const member = caller.assert('satisfaction.record');
    await member.write(async (transaction) => {
      const { survey } = await lockSurvey(transaction, id);
      const rules = new InputRules();
      const action = 'SURVEY_VOIDED' as const;
      const text = rules.prose(reason, ['reason'], MAX_REASON);
      const key = rules.key(idempotencyKey);
      const content = { id: survey.id, reason: text };
      const call = { action, thing: THING, key, content, thingIds: [survey.id] };
      if ((await answeredBefore(member, transaction, survey, call)) !== null) return;
      refuseVoided(rules, survey);
      assertNoFaults(rules.faults);
      await voidSurvey(transaction, survey, member.now(), member.session.memberId, text);
      log(transaction, action, survey, { before: contentOf(survey), after: { reason: text } });
    });
  }
}

function log(
  transaction: Write,
  action: 'SURVEY_RECORDED' | 'SURVEY_CORRECTED' | 'SURVEY_VOIDED',
  { id, agreementId }: Pick<SurveyRow, 'id' | 'agreementId'>,
  values: { before?: unknown; after: unknown },
): void {
  transaction.log({ action, thing: THING, thingId: id, agreementIds: [agreementId], ...values });
}

/** Row-locks the agreement whose surveys are to change until the transaction ends. */
async function lockAgreementOf(transaction: Write, id: string): Promise<AgreementRow> {
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

async function lockSurvey(
  transaction: Write,
  id: string,
): Promise<{ survey: SurveyRow; agreement: AgreementRow }> {
  const seen = isId(id) ? await findSurvey(transaction, id) : null;
  if (!seen) throw notFound(id);
  const agreement = await lockAgreementOf(transaction, seen.agreementId);
  return { survey: (await findSurvey(transaction, id)) ?? seen, agreement };
}

function refuseVoided(rules: InputRules, { voidedAt }: SurveyRow): void {
  if (voidedAt !== null) rules.add('SURVEY_VOIDED', ['id']);
}

type Content = Omit<NewSurvey, 'id' | 'replaces'>;

function contentOf(from: RecordSatisfactionInput | CorrectSatisfactionInput | SurveyRow): Content {
  const { method, surveyedOn, asked, answered, satisfied, reportedPercent, note } = from;
  return {
    method,
    surveyedOn,
    asked: asked ?? null,
    answered: answered ?? null,
    satisfied: satisfied ?? null,
    reportedPercent: reportedPercent == null ? null : trimmed(reportedPercent),
    note: note == null ? null : storedProse(note),
  };
}
