import type { ClientBase } from 'pg';
import { newId } from '../../../src/platform/ids';
import type { AgreementIds } from './agreement';
import { insert } from './insert';

/** A month that is handed in, and what says so. */
export async function addMonth(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const [month, state] = [`${year}-11-01`, 'HANDED_IN'];
  const by = scope.organisation_id;
  await insert(client, 'core.report_month', {
    ...scope,
    month,
    state,
    due_on: `${year}-12-05`,
    first_handed_in_at: 'now',
    handed_in_at: 'now',
    step_at: 'now',
    step_by: by,
  });
  const event = { id: newId(), at: 'now', noted_at: 'now', acting_id: by };
  await insert(client, 'core.report_month_event', { ...scope, ...event, month, state });
  await insert(client, 'core.outbox_event', {
    ...scope,
    id: newId(),
    type: 'MONTH_HANDED_IN',
    at: 'now',
    facts: '{}',
  });
}

/** Spreadsheets that the operator has uploaded, one that is forgotten, and one that is kept; and what is known of them. */
export async function addImports(client: ClientBase, { scope, recordId }: AgreementIds): Promise<void> {
  const forgotten = { uploaded_at: 'yesterday', expires_at: 'today' };
  const kept = { content: '\\x00', faults: '[]', uploaded_at: 'now', expires_at: 'tomorrow' };
  const hash = `\\x${'0'.repeat(64)}`;
  for (const state of [forgotten, kept]) {
    const id = newId();
    await insert(client, 'core.sheet_import', {
      ...scope,
      id,
      form: 'FUJIAN_2',
      file_name: '附件2.xlsx',
      sha256: hash,
      ready: 1,
      ignored: 0,
      faulty: 0,
      uploaded_by: newId(),
      uploaded_by_name: '陈美玲',
      ...state,
    });
    if (state === kept)
      await insert(client, 'core.imported_row', {
        ...scope,
        content: hash,
        service: hash,
        place: 1,
        log_id: id,
        import_id: id,
        last_import_id: id,
        record_id: recordId,
        revision: 1,
        made: true,
        sheet: 'CSV',
        cell: 'A2',
      });
  }
  await insert(client, 'core.import_name', {
    ...scope,
    kind: 'INDICATOR',
    text_key: `热线 ${scope.agreement_id}`,
    chosen_id: 'HOTLINE',
    chosen_name: '红棉热线',
    chosen_at: 'now',
    chosen_by: newId(),
  });
}

/** A published report, with one figure. */
export async function addPublished(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const id = newId();
  const days = { from_day: `${year}-01-01`, to_day: `${year}-06-30` };
  await insert(client, 'core.snapshot', { ...scope, ...days, id, purpose: 'REPORT', taken_at: 'now' });
  const part = { ...scope, snapshot_id: id, report: 'FUNDING', position: 0 };
  await insert(client, 'core.snapshot_part', { ...part, content: '{"spent": "1.00"}' });
  const satisfaction = { ...part, report: 'SATISFACTION', position: 1 };
  await insert(client, 'core.snapshot_part', { ...satisfaction, content: '{}' });
  await insert(client, 'core.snapshot_figure', { ...part, path: '{spent}', value: '1.00' });
  await insert(client, 'core.published_report', {
    ...scope,
    ...days,
    id,
    number: 1,
    kind: 'HALF_YEAR',
    title: '上半年报告',
    published_at: 'now',
    published_by: scope.organisation_id,
    published_member: newId(),
  });
}

/** Audits of a published report, with one figure: one of every organisation, also of those that do not read the agreement. */
export async function addAudits(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from core.organisation');
  for (const { id: audited_by } of rows) {
    const id = newId();
    await insert(client, 'core.report_audit', {
      ...scope,
      id,
      title: '年度报告',
      from_day: `${year}-01-01`,
      to_day: `${year}-06-30`,
      as_of: 'now',
      audited_at: 'now',
      audited_by,
      audited_member: newId(),
      roundings: '{HALF_UP_0}',
      ratios: 1,
      explained: 1,
      figures: 1,
      findings: 0,
    });
    await insert(client, 'core.report_audit_figure', {
      ...scope,
      audit_id: id,
      position: 0,
      subject: '资金执行',
      kind: 'PERCENT',
      printed: '75.5%',
      place: '第3页',
      value: '75.5',
      is_finding: false,
      in_report: '[]',
      roundings: '{HALF_UP_0}',
      possible: '[]',
    });
  }
}
