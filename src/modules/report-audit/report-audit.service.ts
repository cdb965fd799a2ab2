import type { Caller, Member } from '../../access';
import { notFound } from '../../platform/app-error';
import { exact } from '../../platform/decimal';
import { assertNoFaults } from '../../platform/faults';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import {
  type AgreementKey,
  type AgreementRow,
  type AgreementService,
  AgreementState,
  answeredBefore,
  keyOf,
} from '../agreement';
import { type Catalogue, decimalsOf } from '../completion';
import { type ImportService, type KeptFiguresService, type SheetImportRow } from '../sheet-import';
import { auditFigures, isFinding } from './audit.rules';
import { type AuditChange, changesBetween } from './comparison.rules';
import type { ReadFigure, Surroundings } from './figure';
import { checkFigures } from './figures-input.rules';
import { formRows, textFigures } from './form-figures.rules';
import type { RecordedFigures, RecordedFiguresService } from './recorded-figures.service';
import type { AuditReportInput } from './report-audit.input';
import {
  auditCountOfAgreement,
  type AuditedFigureRow,
  auditsOfAgreement,
  figuresOf,
  insertAudit,
  reportAuditById,
  type ReportAuditRow,
} from './report-audit.repository';
import { type SheetFigure, sheetFigures } from './sheet-figures.rules';

const THING = 'ReportAudit';
const MAX_TITLE = 200;
const MAX_FIGURES = 1000;
/** Of one audit: typed figures, and those of the largest form. */
const ALL_FIGURES = 100_000;
const MAX_PAGE = 500;

interface AuditDependencies {
  agreements: AgreementService;
  catalogue: Catalogue;
  recordedFigures: RecordedFiguresService;
  imports: ImportService;
  keptFigures: KeptFiguresService;
}

/** 报告核对: published reports, checked against themselves and against the records. */
export class ReportAuditService {
  constructor(private readonly services: AuditDependencies) {}

  /** One audit; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<ReportAuditRow> {
    const member = caller.assert('reportAudit.read');
    const row = isId(id) ? await member.load(reportAuditById, id) : null;
    if (!row) throw notFound(id);
    member.viewedAgreementIds.add(row.agreementId);
    return row;
  }

  /** The audits of an agreement, the latest first. */
  async listOf(caller: Caller, agreement: AgreementKey, args: PageArgs): Promise<Connection<ReportAuditRow>> {
    const member = caller.assert('reportAudit.read');
    const page = toPage(args, ['timestamptz', 'uuid']);
    return toConnection(
      await member.load(auditsOfAgreement(page), agreement),
      page,
      ({ auditedAt, id }) => [new Date(auditedAt).toISOString(), id],
      async () => member.load(auditCountOfAgreement, agreement),
    );
  }

  /** The figures of an audit in the order of the report, or its findings alone. */
  async figures(
    caller: Caller,
    audit: ReportAuditRow,
    { findings = null, ...args }: PageArgs & { findings?: boolean | null },
  ): Promise<Connection<AuditedFigureRow>> {
    const member = caller.assert('reportAudit.read');
    const page = toPage(args, ['integer'], MAX_PAGE);
    const { figureCount, findingCount } = audit;
    return toConnection(
      await member.load(figuresOf(page, findings), audit),
      page,
      ({ position }) => [String(position)],
      async () =>
        Promise.resolve(
          findings === null ? figureCount : findings ? findingCount : figureCount - findingCount,
        ),
    );
  }

  /** The figures in which another audit of the agreement differs. */
  async compare(caller: Caller, audit: ReportAuditRow, otherId: string): Promise<AuditChange[]> {
    const member = caller.assert('reportAudit.read');
    const other = await this.get(caller, otherId);
    if (other.agreementId !== audit.agreementId) throw notFound(otherId);
    const all = figuresOf({ size: ALL_FIGURES, after: null }, null);
    return changesBetween(await member.load(all, audit), await member.load(all, other));
  }

  /** Audits a report and keeps what was found; returns the id. */
  async audit(caller: Caller, input: AuditReportInput): Promise<string> {
    const member = caller.assert('publishedReport.audit');
    const { agreements, catalogue, recordedFigures } = this.services;
    const agreement = await agreements.get(caller, input.agreementId);
    const { zones } = await agreements.zonesAndPoints(caller, keyOf(agreement));
    const rules = new InputRules();
    const key = rules.key(input.idempotencyKey);
    const title = rules.text(input.title, ['title'], MAX_TITLE);
    const at = member.now();
    const { from, to, asOf = null } = input;
    checkDays(rules, agreement, input);
    checkMoment(rules, member, asOf, at);
    const typed = input.figures ?? [];
    rules.count(typed.length, ['figures'], input.importId == null ? 1 : 0, MAX_FIGURES);
    const zoneIds = new Set(zones.map(({ id: zoneId }) => zoneId));
    const printed = [
      ...(await this.ofImport(caller, rules, agreement, input.importId ?? null)),
      ...checkFigures(rules, catalogue, zoneIds, typed.slice(0, MAX_FIGURES)),
    ];
    assertNoFaults(rules.faults);
    const id = newId();
    return member.write(async (transaction) => {
      const { idempotencyKey: _, ...content } = input;
      const call = { action: 'REPORT_AUDITED' as const, thing: THING, key, thingIds: [id], content };
      const [before] = (await answeredBefore(member, transaction, keyOf(agreement), call)) ?? [];
      if (before !== undefined) return before;
      const recorded = await recordedFigures.of(caller, agreement, { from, to });
      const sums =
        asOf === null
          ? recorded.figures
          : await recordedFigures.asOf(transaction, agreement, recorded, { from, to, asOf });
      const { rounding, figures } = auditFigures(printed, sums, this.surroundings(recorded));
      await insertAudit(transaction, keyOf(agreement), {
        id,
        title,
        from,
        to,
        asOf: asOf ?? at,
        auditedAt: at,
        by: member.session,
        importId: input.importId ?? null,
        rounding,
        figures: figures.map((figure) => ({ ...figure, isFinding: isFinding(figure) })),
      });
      transaction.log({
        action: 'REPORT_AUDITED',
        thing: THING,
        thingId: id,
        agreementIds: [agreement.id],
        after: {
          title,
          from,
          to,
          asOf: asOf ?? at,
          importId: input.importId ?? null,
          figures: printed.length,
        },
      });
      return id;
    });
  }

  /** The figures of 附件1 as uploaded, against targets and records as they are; none of another form. */
  async ofSheet(caller: Caller, row: SheetImportRow): Promise<SheetFigure[]> {
    caller.assert('import.read');
    const { agreements, keptFigures, recordedFigures } = this.services;
    const reading = await keptFigures.read(caller, row);
    if (reading === null) return [];
    const recorded = await recordedFigures.ofTermOn(
      caller,
      await agreements.get(caller, row.agreementId),
      row,
    );
    return sheetFigures(reading, recorded.figures, this.surroundings(recorded));
  }

  /** The figures of the file that a report came in. */
  private async ofImport(
    caller: Caller,
    rules: InputRules,
    { id }: AgreementRow,
    importId: string | null,
  ): Promise<ReadFigure[]> {
    if (importId === null) return [];
    const { imports, keptFigures } = this.services;
    // Whose it is alone knows whether there is such a file.
    const row = caller.assert('publishedReport.audit').may('import.read')
      ? await imports.get(caller, importId)
      : null;
    if (row?.agreementId !== id) throw notFound(importId);
    const reading = await keptFigures.read(caller, row, caller.aside);
    if (reading === null) {
      rules.add('NO_FIGURES_IN_IMPORT', ['importId']);
      return [];
    }
    return [...formRows(reading).flatMap(({ printed }) => printed), ...textFigures(reading)];
  }

  private surroundings({ zoneIds }: RecordedFigures): Surroundings {
    const { catalogue } = this.services;
    return {
      zoneIds,
      stepOf: ({ indicator, measure }) => {
        const places = indicator === null ? 2 : decimalsOf(catalogue.measure(indicator, measure ?? ''));
        return exact('10').pow(-places);
      },
      firstMeasureOf: (indicator) => catalogue.get(indicator).measures[0]?.code ?? '',
    };
  }
}

function checkDays(
  rules: InputRules,
  { state, startsOn, endsOn }: AgreementRow,
  { from, to }: Pick<AuditReportInput, 'from' | 'to'>,
): void {
  if (state !== AgreementState.CONFIRMED) rules.add('NOT_CONFIRMED', ['agreementId']);
  for (const [name, day] of Object.entries({ from, to })) {
    if (day < startsOn || day > endsOn)
      rules.add('OUTSIDE_AGREEMENT', [name], { first: startsOn, last: endsOn });
  }
  if (to < from) rules.add('ENDS_BEFORE_START', ['to']);
}

/** Of a moment that is past, single records and their versions are read. */
function checkMoment(rules: InputRules, member: Member, asOf: Date | null, now: Date): void {
  if (asOf === null) return;
  if (asOf > now) rules.add('MOMENT_NOT_PAST', ['asOf']);
  else if (!member.may('serviceRecord.read')) rules.add('MOMENT_NOT_READABLE', ['asOf']);
}
