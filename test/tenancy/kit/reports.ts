import type { ClientBase } from 'pg';
import { newId } from '../../../src/platform/ids';
import type { AgreementIds } from './agreement';
import { insert } from './insert';
import { addAudits, addImports, addMonth, addPublished } from './reported';

const PARTIES = ['PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY'];
const WRITERS = ['OPERATOR', 'PURCHASER'];

/** How far an assessment is: closed, or open with or without a score that is missing. */
export interface Stage {
  closed: boolean;
  sealed: boolean;
}

/** Adds the rows of an agreement besides its records: one per table, and one per party where parties write. */
export async function addReports(
  client: ClientBase,
  agreement: AgreementIds,
  assessorId: string,
  stage: Stage,
): Promise<void> {
  await addPreparations(client, agreement);
  await addLedgers(client, agreement);
  await addAssessment(client, agreement, assessorId, stage);
  await addEvaluations(client, agreement);
  await addKeys(client, agreement);
  await addRemarks(client, agreement);
  await addImports(client, agreement);
  await addAmendments(client, agreement);
  await addMonth(client, agreement);
  await addPublished(client, agreement);
  await addAudits(client, agreement);
  await insert(client, 'core.satisfaction_survey', {
    ...agreement.scope,
    id: newId(),
    method: 'OVERALL',
    surveyed_on: `${agreement.year}-06-30`,
    asked: 50,
    answered: 48,
    satisfied: 47,
    recorded_at: 'now',
    recorded_by: newId(),
    recorded_by_name: '陈美玲',
  });
}

/** One of every organisation, also of those that have nothing to do with the agreement. */
async function addRemarks(
  client: ClientBase,
  { scope, recordId: record_id, year }: AgreementIds,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from core.organisation');
  for (const { id: acting_organisation_id } of rows) {
    for (const subject of [{ record_id }, { month: `${year}-03-01` }]) {
      await insert(client, 'core.remark', {
        ...scope,
        ...subject,
        id: newId(),
        text: '请附签到表',
        evidence: '档案 1',
        written_at: 'now',
        acting_organisation_id,
        written_by: newId(),
        written_by_name: '陈美玲',
      });
    }
  }
}

/** One that is in force, and one that is proposed. */
async function addAmendments(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const [acting_id, at] = [scope.organisation_id, 'now'];
  for (const inForce of [true, false]) {
    const amendment_id = newId();
    await insert(client, 'core.amendment', {
      ...scope,
      id: amendment_id,
      kind: 'CHANGE',
      state: inForce ? 'CONFIRMED' : 'PROPOSED',
      effective_on: `${year}-07-01`,
      reason: '增加岗位',
      content: '{}',
      proposed_by: acting_id,
      proposed_by_member: newId(),
      proposed_at: at,
      confirmed_at: inForce ? at : null,
    });
    await insert(client, 'core.amendment_change', {
      ...scope,
      amendment_id,
      position: 0,
      field: 'requiredPosts',
      aspect: 'value',
      becomes: '5',
      since: `${year}-07-01`,
      applied_at: inForce ? at : null,
    });
    if (!inForce) continue;
    const answer = { ...scope, amendment_id, acting_id, at, answer: 'ACKNOWLEDGED', member_id: newId() };
    await insert(client, 'core.amendment_answer', answer);
  }
}

/** The same key of every organisation, also of those that have nothing to do with the agreement. */
async function addKeys(client: ClientBase, { scope }: AgreementIds): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from core.organisation');
  for (const { id } of rows) {
    await insert(client, 'core.idempotency_key', {
      ...scope,
      acting_organisation_id: id,
      thing: 'Receipt',
      key: 'march',
      content: '\\x' + 'ab'.repeat(32),
      thing_ids: `{${newId()}}`,
      claimed_at: 'now',
      claimed_by: newId(),
    });
  }
}

/** What a proposal has as well. */
export async function addPreparations(client: ClientBase, agreement: AgreementIds): Promise<void> {
  await addStaff(client, agreement);
  await addBudgets(client, agreement);
}

async function addStaff(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const member_id = newId();
  const of = { ...scope, member_id };
  await insert(client, 'core.staff_member', {
    ...scope,
    id: member_id,
    ordinal: 1,
    code: '社工 1',
    kind: 'SOCIAL_WORKER',
    enrolled_at: 'now',
    enrolled_by: newId(),
  });
  await insert(client, 'core.staff_identity', { ...of, name: '李小红' });
  await insert(client, 'core.staff_spell', { ...of, id: newId(), employed_from: `${year}-01-01` });
  await insert(client, 'core.staff_certificate', { ...of, level: 'ASSISTANT' });
  await insert(client, 'core.staff_zones', {
    ...of,
    position: 0,
    since: `${year}-06-01`,
    set_at: 'now',
    set_by: newId(),
  });
  await insert(client, 'core.staff_pay', { ...of, month: `${year}-01-01`, salary_paid: true });
}

async function addBudgets(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const set = { set_at: 'now', set_by: newId() };
  const amount = '100000.00';
  await insert(client, 'core.budget', { ...scope, ...set, version: 1 });
  await insert(client, 'core.budget_line', {
    ...scope,
    version: 1,
    position: 0,
    category: '人员费用',
    amount,
  });
  await insert(client, 'core.fiscal_budget', { ...scope, ...set, fiscal_year: year, version: 1, amount });
  for (const [at, party] of WRITERS.entries()) {
    const source = { ...scope, ...set, version: at + 1, level: 'CITY', amount, party };
    await insert(client, 'core.funding_source', source);
  }
}

async function addLedgers(client: ClientBase, { scope, year }: AgreementIds): Promise<void> {
  const amount = '100000.00';
  const day = `${year}-02-01`;
  for (const party of WRITERS) {
    const entry = { ...scope, party, amount, recorded_at: 'now', recorded_by: newId() };
    const received = { ...entry, id: newId(), condition: 'SIGNING', received_on: day, paid_on: day };
    await insert(client, 'core.receipt', received);
    await insert(client, 'core.expenditure', { ...entry, id: newId(), category: '人员费用', spent_on: day });
    await insert(client, 'core.payment', {
      ...entry,
      id: newId(),
      fiscal_year: year,
      paid_on: day,
      known_by: day,
    });
  }
}

async function addAssessment(
  client: ClientBase,
  { scope, year }: AgreementIds,
  assessor_id: string,
  { closed, sealed }: Stage,
): Promise<void> {
  const assessment_id = newId();
  const of = { ...scope, assessment_id };
  const { organisation_id } = scope;
  const declared = {
    organisation_id,
    assessor_id,
    reason: '曾任职',
    declared_at: 'now',
    declared_by: newId(),
  };
  await client.query('delete from core.declared_tie where organisation_id = $1 and assessor_id = $2', [
    organisation_id,
    assessor_id,
  ]);
  await insert(client, 'core.declared_tie', declared);
  await insert(client, 'core.assessment', {
    ...scope,
    id: assessment_id,
    kind: 'MIDTERM',
    from_day: `${year}-01-01`,
    to_day: `${year}-06-30`,
    assessor_id,
    opened_at: 'now',
    opened_by: newId(),
  });
  await insert(client, 'core.assessor_request', {
    ...of,
    id: newId(),
    assessor_id,
    reason: '曾任职',
    requested_at: 'now',
    requested_by: newId(),
  });
  if (closed) {
    // As closed long ago: triggers ask for scores.
    await client.query(`set session_replication_role = replica`);
    await client.query(
      `update core.assessment set sealed = false, unsealed_at = now(), closed_at = now(), closed_by = id, total = 85,
              grade = 'GOOD' where id = $1`,
      [assessment_id],
    );
    await client.query(`set session_replication_role = origin`);
    return;
  }
  // Further parties are scored from paper; where the second is missing, the others are sealed.
  const others = sealed ? ['村委会', '居委会'] : ['村委会'];
  for (const [index, name] of others.entries()) {
    const part = { part: PARTIES.length + 1 + index, party: 'OTHER', name, maximum: '10' };
    await insert(client, 'core.assessment_part', { ...of, ...part });
  }
  const at = { scored_at: 'now', scored_by: newId() };
  for (const [index, party] of [...PARTIES, 'OTHER'].entries()) {
    const paper = party === 'OTHER' ? { on_paper: true, reason: '纸质评分表' } : { on_paper: false };
    const score = { ...of, ...at, ...paper, part: index + 1, party };
    const third = party === 'THIRD_PARTY' ? { assessor_id } : {};
    const before = { ...score, ...third, revision: 1, sealed: true, score: '8', items: '{}' };
    await insert(client, 'core.assessment_score_version', before);
    await insert(client, 'core.assessment_score', { ...score, score: '8.50' });
  }
  for (const party of PARTIES) {
    const finding_id = newId();
    await insert(client, 'core.assessment_finding', {
      ...of,
      id: finding_id,
      party,
      kind: 'CONCERN',
      text: '台账不全',
      state: 'ANSWERED',
      response: '已补齐',
      responded_at: 'now',
      added_at: 'now',
      added_by: newId(),
    });
    const step = { ...scope, finding_id, party };
    await insert(client, 'core.finding_step', { ...step, number: 1, state: 'ANSWERED', text: '已补齐' });
    if (sealed) continue;
    await insert(client, 'core.finding_step', { ...step, number: 2, state: 'SENT_BACK', text: '不全' });
  }
}

async function addEvaluations(client: ClientBase, { scope }: AgreementIds): Promise<void> {
  for (const party of WRITERS) {
    const [evaluation_id, item_id] = [newId(), newId()];
    const of = { ...scope, evaluation_id, party };
    await insert(client, 'core.evaluation', {
      ...scope,
      party,
      id: evaluation_id,
      name: '绩效自评',
      created_at: 'now',
      created_by: newId(),
    });
    const item = { ...of, id: item_id, position: 0, name: '产出', weight: '100', is_leaf: true };
    await insert(client, 'core.evaluation_item', item);
    await insert(client, 'core.evaluation_score', {
      ...of,
      item_id,
      revision: 1,
      weight: '100',
      score: '90',
      scored_at: 'now',
      scored_by: newId(),
      scored_by_name: '陈美玲',
    });
  }
}
