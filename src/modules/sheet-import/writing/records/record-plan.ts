import type { Member, Write } from '../../../../access';
import { message, type Message } from '../../../../messages';
import type { Path } from '../../../../platform/faults';
import type { BulkCheck, BulkRecords, ServiceRecordInput, ServiceRecordRow } from '../../../service-record';
import { keyOf } from '../../../agreement';
import type { Severity, SheetFault } from '../../reading/fault';
import type { LogLetters } from '../../service-log/columns.rules';
import type { LogRecord } from '../../service-log/record';
import { groupedBy } from '../grouped-by';
import type { WritingContext } from '../part-writer';
import {
  type ImportedRow,
  importedRowsOf,
  type RecordedService,
  recordedServicesOf,
} from './imported-row.repository';
import { comparedAmounts, wordsOfRow } from './record-texts';
import { hashesOf, hashesOfRow } from './row-hash.rules';
import {
  changedRows,
  type FileRow,
  type KnownRow,
  type LogTotal,
  recognise,
  type Recognised,
} from './row-matching.rules';

type Checked = BulkCheck['records'][number];

/** What becomes of the rows of a log. */
export interface RecordPlan {
  structure: BulkCheck['structure'];
  /** The log that the rows belong to; null where they begin one. */
  logId: string | null;
  created: { row: FileRow; content: Checked }[];
  corrected: { row: FileRow; content: Checked; record: ServiceRecordRow; before: KnownRow }[];
  /** Entered by hand before. */
  found: { row: FileRow; recordId: string; revision: number }[];
  /** Corrected by hand to what the row says now. */
  caughtUp: { row: FileRow; recordId: string; revision: number }[];
  unchanged: number;
  faulty: number;
  faults: SheetFault[];
  isPersonal: boolean;
  /** The rows imported before. */
  known: readonly KnownRow[];
}

/** Compares the rows of a log with what was imported and recorded before, and judges by the rules what is new of it. */
export async function planRecords(
  bulk: BulkRecords,
  transaction: Write,
  { member, agreement, uploadedBy }: WritingContext,
  records: readonly LogRecord[],
): Promise<RecordPlan> {
  const key = keyOf(agreement);
  const rows = records.map((record): FileRow => ({ record, ...hashesOfRow(record) }));
  const services = new Map((await recordedServicesOf(transaction, key)).map((record) => [record.id, record]));
  const known = (await importedRowsOf(transaction, key)).map((row) => knownOf(row, services));
  const totals = totalsOf(known);
  const recognised = recognise(rows, known, totals);
  const { same, fresh, continued, logId } = recognised;
  const checked = await bulk.check(member, transaction, agreement.id, fresh.map(inputOf));
  const plan: RecordPlan = {
    structure: checked.structure,
    logId,
    known,
    created: [],
    corrected: [],
    found: [],
    caughtUp: [],
    unchanged: same.length,
    faulty: 0,
    faults: faultsOfSame(recognised, uploadedBy),
    isPersonal: false,
  };

  const contents = new Map(fresh.map((row, index) => [row, checked.records[index]]));
  const used = new Set(same.map(({ known: { recordId } }) => recordId));
  const logs = new Map(known.map((one) => [one.recordId, one.logId]));
  const asked = new Set(fresh.map(({ record: { day, indicator } }) => `${day} ${indicator}`));
  const alike = groupedBy(
    [...services.values()].filter(
      ({ id, isVoided, occurredOn, indicator }) =>
        !isVoided && !used.has(id) && asked.has(`${occurredOn} ${indicator}`),
    ),
    ({ occurredOn: day, ...said }) => hashesOf({ day, ...said }).content,
  );
  const rest = fresh.filter((row) => {
    const before = alike.get(row.content)?.shift();
    if (before) takeAsRecorded(plan, row, before, logs.get(before.id) ?? null, continued);
    return !before;
  });
  for (const { recordId } of plan.caughtUp) used.add(recordId);

  const wanted = new Set(rest.map(({ service }) => service));
  const others = known.filter(({ service, recordId }) => wanted.has(service) && !used.has(recordId));
  const missing = others.filter((one) => continued.has(one.logId) && !one.isVoided);
  const ids = missing.map(({ recordId }) => recordId);
  const locked = await bulk.lock(member, transaction, ids);
  const wrong = groupedBy(checked.faults, ({ path: [index] }) => fresh[Number(index)]);
  const reported = planFreshRows(plan, {
    rest,
    contents,
    wrong,
    others,
    missing,
    locked,
    continued,
    member,
    uploadedBy,
  });

  const live = totals.reduce((sum, one) => sum + (continued.has(one.logId) ? one.live : 0), 0);
  const here = same.filter(({ known: one }) => continued.has(one.logId) && !one.isVoided).length;
  const gone = live - here - plan.caughtUp.length - reported.size;
  const [first] = rows;
  if (gone > 0 && first) plan.faults.push(at(first, 'WARNING', 'DAY', message('ROWS_GONE', { rows: gone })));
  return plan;
}

/** What is worth knowing of rows that were imported already. */
function faultsOfSame({ same, continued }: Recognised, uploadedBy: string): SheetFault[] {
  return same.flatMap(({ row, known }) => {
    if (known.isVoided) return [at(row, 'NOTE', 'DAY', message('KEPT_AS_VOIDED'))];
    if (known.revisionNow !== known.revision) return [at(row, 'NOTE', 'DAY', message('KEPT_AS_CORRECTED'))];
    const isOthers = !continued.has(known.logId) && known.byId !== uploadedBy;
    return isOthers ? [at(row, 'WARNING', 'DAY', message('ALREADY_IMPORTED', { by: known.by }))] : [];
  });
}

/** A row that was imported, with what has become of its record. */
function knownOf(row: ImportedRow, services: ReadonlyMap<string, RecordedService>): KnownRow {
  const record = services.get(row.recordId);
  if (!record) throw new Error('the record of an imported row is gone');
  const { revision: revisionNow, isVoided, byId, by } = record;
  return { ...row, revisionNow, isVoided, byId, by };
}

function totalsOf(known: readonly KnownRow[]): LogTotal[] {
  return [...groupedBy(known, ({ logId }) => logId)].map(([logId, rows]) => ({
    logId,
    rows: rows.length,
    live: rows.filter(({ isVoided }) => !isVoided).length,
  }));
}

/** What fresh rows are validated by. */
interface FreshRows {
  rest: readonly FileRow[];
  contents: ReadonlyMap<FileRow, Checked | undefined>;
  wrong: ReadonlyMap<FileRow | undefined, BulkCheck['faults']>;
  /** Imported rows of the same day, place and indicator that the file does not have. */
  others: readonly KnownRow[];
  /** Those of them that are of a log which the file continues, and their records. */
  missing: readonly KnownRow[];
  locked: ReadonlyMap<string, ServiceRecordRow>;
  continued: ReadonlySet<string>;
  member: Member;
  uploadedBy: string;
}

/** Plans what becomes of fresh rows: new ones, changed ones and faults. Returns the missing rows that are accounted for. */
function planFreshRows(
  plan: RecordPlan,
  { rest, contents, wrong, others, missing, locked, continued, member, uploadedBy }: FreshRows,
): Set<string> {
  const me = member.session.memberId;
  const recordOf = ({ recordId }: KnownRow): ServiceRecordRow => {
    const record = locked.get(recordId);
    if (!record) throw new Error('the record of an imported row is gone');
    return record;
  };
  const verdicts = changedRows(
    rest,
    missing,
    ({ record }) => ({ quantities: comparedAmounts(wordsOfRow(record)), note: record.note }),
    (one) => ({ quantities: comparedAmounts(recordOf(one)), note: recordOf(one).note }),
  );
  const byService = (chosen: (one: KnownRow) => boolean): Map<string, KnownRow> =>
    new Map(others.filter(chosen).map((one) => [one.service, one]));
  const voided = byService((one) => continued.has(one.logId) && one.isVoided);
  const similar = byService((one) => !continued.has(one.logId) && !one.isVoided && one.byId === uploadedBy);
  const reported = new Set<string>();
  for (const row of rest) {
    const content = contents.get(row);
    const verdict = verdicts.get(row);
    const own = (wrong.get(row) ?? []).map((fault) => at(row, 'ERROR', columnOf(fault.path), fault));
    if (verdict?.is === 'UNCLEAR') {
      own.push(at(row, 'ERROR', 'DAY', message('CHANGED_ROW_UNCLEAR')));
      for (const one of missing) if (one.service === row.service) reported.add(one.recordId);
    }
    const before = verdict?.is === 'CHANGED' ? verdict.known : null;
    if (before) {
      reported.add(before.recordId);
      const record = recordOf(before);
      // Who may correct it depends on who looks.
      plan.isPersonal = true;
      if (record.revision !== before.revision || record.voidedAt !== null)
        own.push(at(row, 'ERROR', 'QUANTITY', message('CHANGED_ROW_CORRECTED_SINCE')));
      else if (before.byId !== me && !member.may('serviceRecord.correctAny'))
        own.push(at(row, 'ERROR', 'QUANTITY', message('CHANGED_ROW_OF_OTHER', { by: before.by })));
    }
    plan.faults.push(...own);
    if (own.length > 0 || !content) plan.faulty += 1;
    else if (before) plan.corrected.push({ row, content, record: recordOf(before), before });
    else {
      plan.created.push({ row, content });
      const like = similar.get(row.service);
      if (voided.has(row.service)) plan.faults.push(at(row, 'WARNING', 'DAY', message('SIMILAR_ROW_VOIDED')));
      else if (like)
        plan.faults.push(at(row, 'WARNING', 'DAY', message('SIMILAR_ROW_IMPORTED', { by: like.by })));
    }
  }
  return reported;
}

/** A fresh row that says what a record says already. */
function takeAsRecorded(
  plan: RecordPlan,
  row: FileRow,
  { id: recordId, revision, by }: RecordedService,
  logId: string | null,
  continued: ReadonlySet<string>,
): void {
  plan.unchanged += 1;
  if (logId !== null && continued.has(logId)) {
    plan.caughtUp.push({ row, recordId, revision });
    return;
  }
  if (logId === null) plan.found.push({ row, recordId, revision });
  const code = logId === null ? 'ALREADY_RECORDED' : 'ALREADY_IMPORTED';
  plan.faults.push(at(row, 'WARNING', 'DAY', message(code, { by })));
}

function inputOf({ record }: FileRow): ServiceRecordInput {
  const { day, zone, point, project, indicator, quantities, note } = record;
  return {
    indicator,
    occurredOn: day,
    note,
    projectId: project?.id ?? null,
    zoneId: zone?.id ?? null,
    pointId: point?.id ?? null,
    quantities,
  };
}

type Column = keyof LogLetters;

const COLUMN_OF: Record<string, Column> = {
  indicator: 'INDICATOR',
  quantities: 'QUANTITY',
  note: 'NOTE',
  projectId: 'PROJECT',
  zoneId: 'ZONE',
  pointId: 'POINT',
};

function columnOf([, field]: Path): Column {
  return COLUMN_OF[String(field)] ?? 'DAY';
}

/** A fault at a cell of a row, or at its day where the log has no such column. */
function at({ record }: FileRow, severity: Severity, column: Column, { code, args }: Message): SheetFault {
  const { columns, row, sheet } = record;
  const values: Partial<Record<Column, string | undefined>> = {
    DAY: record.day,
    ZONE: record.zone?.name,
    POINT: record.point?.name,
    PROJECT: record.project?.name,
    INDICATOR: record.indicator,
    QUANTITY: record.quantities[0]?.value,
  };
  const letter = columns[column] ?? columns.DAY ?? 'A';
  return { severity, sheet, cell: `${letter}${row}`, value: values[column] ?? null, code, args };
}
