import type { Caller, Write } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { type Connection, type PageArgs, toConnection, toPage } from '../../../platform/graphql/connection';
import { assertNoFaults } from '../../../platform/faults';
import { isId, newId } from '../../../platform/ids';
import { InputRules } from '../../../platform/input-rules';
import {
  type AgreementKey,
  type AgreementRow,
  type AgreementService,
  AgreementState,
  answeredBefore,
  findAgreement,
  keyOf,
  lockStep,
} from '../../agreement';
import {
  BasisReport,
  changesBetween,
  type FigureChange,
  type Range,
  type SnapshotPart,
  SnapshotPurpose,
  type SnapshotService,
} from '../../snapshot';
import { ReportKind } from './published-report.enums';
import type { PublishReportInput } from './published-report.input';
import {
  insertReport,
  publishedReportById,
  type PublishedReportRow,
  reportCountOfAgreement,
  reportsOfAgreement,
} from './published-report.repository';

const REPORTS = [BasisReport.COMPLETION, BasisReport.STAFFING, BasisReport.FUNDING, BasisReport.SATISFACTION];
const THING = 'PublishedReport';
const MAX_TITLE = 200;

/** 定稿报告: reports of agreements as they were when they were published. */
export class PublishedReportService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly snapshots: SnapshotService,
  ) {}

  /** One report; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<PublishedReportRow> {
    const member = caller.assert('report.read');
    const row = isId(id) ? await member.load(publishedReportById, id) : null;
    if (!row) throw notFound(id);
    member.viewedAgreementIds.add(row.agreementId);
    return row;
  }

  /** The reports of an agreement, the latest first. */
  async listOf(
    caller: Caller,
    agreement: AgreementKey,
    args: PageArgs,
  ): Promise<Connection<PublishedReportRow>> {
    const member = caller.assert('report.read');
    const page = toPage(args, ['integer']);
    return toConnection(
      await member.load(reportsOfAgreement(page), agreement),
      page,
      ({ number }) => [String(number)],
      async () => member.load(reportCountOfAgreement, agreement),
    );
  }

  /** Publishes the reports of some days as they are at this moment; returns the id. */
  async publish(caller: Caller, input: PublishReportInput): Promise<string> {
    const member = caller.assert('report.publish');
    const { agreementId, from, to, idempotencyKey, ...content } = input;
    const rules = new InputRules();
    const title = rules.text(input.title, ['title'], MAX_TITLE);
    const key = rules.key(idempotencyKey);
    const kind = input.kind ?? ReportKind.OTHER;
    const supersedesId = input.supersedesId ?? null;
    const id = newId();
    return member.write(async (transaction) => {
      // As the one who amends it does: nothing is written in the agreement meanwhile.
      const agreement = await lockToPublish(transaction, agreementId);
      const call = {
        action: 'REPORT_PUBLISHED' as const,
        thing: THING,
        key,
        thingIds: [id],
        content: { ...content, agreementId, from, to, title, kind },
      };
      const [before] = (await answeredBefore(member, transaction, keyOf(agreement), call)) ?? [];
      if (before !== undefined) return before;
      checkRange(rules, agreement, { from, to });
      await checkSuperseded(rules, caller, agreement, supersedesId);
      assertNoFaults(rules.faults);
      const parts = await this.snapshots.gather(caller, agreement, { from, to }, REPORTS);
      const at = member.now();
      const snapshot = { id, purpose: SnapshotPurpose.REPORT, from, to, at };
      await this.snapshots.keep(transaction, keyOf(agreement), snapshot, parts);
      const { organisationId: by, memberId } = member.session;
      const report = { id, kind, title, from, to, at, by, memberId, supersedesId };
      const number = await insertReport(transaction, keyOf(agreement), report);
      transaction.log({
        action: 'REPORT_PUBLISHED',
        thing: THING,
        thingId: id,
        agreementIds: [agreementId],
        after: { number, kind, title, from, to, supersedesId },
      });
      return id;
    });
  }

  /** The kept copies of one of its reports. */
  async kept<Report>(caller: Caller, report: PublishedReportRow, which: BasisReport): Promise<Report[]> {
    caller.assert('report.read');
    return this.snapshots.kept<Report>(caller, report, which);
  }

  /** The figures that are no longer what was published. */
  async changes(caller: Caller, report: PublishedReportRow): Promise<FigureChange[]> {
    const member = caller.assert('report.read');
    const agreement = await this.agreements.get(caller, report.agreementId);
    // What one may not read is left out on both sides.
    const readable = REPORTS.filter(
      (one) => one !== BasisReport.SATISFACTION || member.may('satisfaction.read'),
    );
    const live = await this.snapshots.gather(caller, agreement, report, readable);
    return changesBetween(await this.parts(caller, report), live);
  }

  /** The figures in which another report differs, whichever agreement it is of. */
  async compare(caller: Caller, report: PublishedReportRow, otherId: string): Promise<FigureChange[]> {
    caller.assert('report.read');
    const other = await this.get(caller, otherId);
    return changesBetween(await this.parts(caller, report), await this.parts(caller, other));
  }

  private async parts(caller: Caller, report: PublishedReportRow): Promise<SnapshotPart[]> {
    return this.snapshots.parts(caller, report);
  }
}

async function lockToPublish(transaction: Write, agreementId: string): Promise<AgreementRow> {
  const isFound = isId(agreementId) && (await lockStep(transaction, agreementId)) !== null;
  const agreement = isFound ? await findAgreement(transaction, agreementId) : null;
  if (!agreement) throw notFound(agreementId);
  return agreement;
}

function checkRange(rules: InputRules, { state, startsOn, endsOn }: AgreementRow, { from, to }: Range): void {
  if (state !== AgreementState.CONFIRMED) rules.add('NOT_CONFIRMED', ['agreementId']);
  for (const [name, day] of Object.entries({ from, to })) {
    if (day < startsOn || day > endsOn)
      rules.add('OUTSIDE_AGREEMENT', [name], { first: startsOn, last: endsOn });
  }
  if (to < from) rules.add('ENDS_BEFORE_START', ['to']);
}

/** What it supersedes is of the same agreement, and superseded by no other. */
async function checkSuperseded(
  rules: InputRules,
  caller: Caller,
  agreement: AgreementRow,
  supersedesId: string | null,
): Promise<void> {
  if (supersedesId === null) return;
  const member = caller.assert('report.read');
  const row = isId(supersedesId) ? await member.load(publishedReportById, supersedesId) : null;
  if (row?.agreementId !== agreement.id) rules.add('REPORT_NOT_FOUND', ['supersedesId']);
  else if (row.supersededById !== null) rules.add('REPORT_SUPERSEDED', ['supersedesId']);
}
