import { newId } from '../../src/platform/ids';
import { confirm, newProposal, validRegistration, tryRegister } from '../api/support/agreements';
import { propose, takeStep } from '../api/support/amendments';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { catalogue } from '../sheets/support/fengyuan';
import { apply, preview, undo } from './support/imports';

/** A form may change more targets than one call of setTargets takes: it is one proposal, or one amendment, all the same. */
const ZONES = 120;
const INDICATORS = 9;
const ALL = ZONES * INDICATORS;
const PARTS = { parts: ['TARGETS'] };

let api: Api;
let admin: Client;
let street: Client;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});

const zones = Array.from({ length: ZONES }, (_, at) => ({ name: `第${at + 1}片`, points: [`点${at + 1}`] }));

/** 附件1 with a target for each indicator in each zone. */
async function form(target: number): Promise<string> {
  const indicators = (await catalogue()).filter(({ measures }) => measures.length === 1).slice(0, INDICATORS);
  return [
    `片区,${indicators.map(({ nameZh }) => `${nameZh},,`).join(',')}`,
    `,${indicators.map(() => '协议量,完成量,百分比').join(',')}`,
    ...zones.map(({ name }) => `${name},${indicators.map(() => `${target},0,0%`).join(',')}`),
  ].join('\n');
}

/** How many targets are in force, and their values. */
async function targetsOf(id: string): Promise<[number, string[]]> {
  const { agreement } = await admin.get<{ agreement: { targets: { value: string }[] } }>(
    'query($id: ID!) { agreement(id: $id) { targets { value } } }',
    { id },
  );
  return [agreement.targets.length, [...new Set(agreement.targets.map(({ value }) => value))]];
}

test('a call takes a thousand targets and no more', async () => {
  const targets = Array.from({ length: 1001 }, () => ({
    indicator: 'CASE_FILE',
    measure: 'FILES',
    value: '1',
  }));
  const TOO_MANY = [{ code: 'TOO_MANY', path: ['targets'] }];
  const termId = newId();
  const agreement = { agreementId: newId(), effectiveOn: '2024-01-01' };
  const proposed = await propose(street, {
    ...agreement,
    targets: targets.map((target) => ({ ...target, termId })),
  });
  expect(proposed.userErrors).toMatchObject(TOO_MANY);
  const input = await validRegistration(api, {
    targets: targets.map((target) => ({ ...target, term: '年度' })),
  });
  expect((await tryRegister(admin, input)).userErrors).toMatchObject(TOO_MANY);
});

test('more than a thousand targets go into a proposal at once, become one amendment of what is confirmed, and are taken back', async () => {
  const proposal = await newProposal(api, { zones });
  const taken = await apply(admin, await preview(api, admin, proposal.id, await form(5)), PARTS);
  expect(taken.receipt).toMatchObject({ written: ALL, skipped: 0 });
  expect(await targetsOf(proposal.id)).toEqual([ALL, ['5']]);
  await undo(admin, taken.id);
  expect(await targetsOf(proposal.id)).toEqual([0, []]);

  await apply(admin, await preview(api, admin, proposal.id, await form(6)), PARTS);
  await confirm(api, proposal);
  const shown = await preview(api, admin, proposal.id, await form(7));
  expect(shown.counts).toMatchObject({ ready: ALL, faulty: 0 });
  await apply(admin, shown, PARTS);
  const { agreement } = await street.get<{ agreement: { amendments: { id: string }[] } }>(
    'query($id: ID!) { agreement(id: $id) { amendments { id } } }',
    { id: proposal.id },
  );
  expect(agreement.amendments).toHaveLength(1);
  await takeStep(street, 'confirmAmendment', agreement.amendments[0]!.id);
  expect(await targetsOf(proposal.id)).toEqual([ALL, ['7']]);
});
