import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { describeApi } from '../../src/api';
import { newProposal, newStation } from '../api/support/agreements';
import { propose } from '../api/support/amendments';
import { handIn } from '../api/support/months';
import { upload } from '../imports/support/imports';
import { newId } from '../../src/platform/ids';
import { type Answer, type Client, startApi, type TestApi } from '../kit/api';
import { MAILS } from '../kit/settings';
import { audit } from '../../web/messages/zh/audit';
import { castOf, type Cast, type Payload, STORY } from './story';
import { LOG } from './story/imports';

/** Every mutation leaves an entry in the audit log: each is really performed, one after the other. */
const MUTATIONS = describeApi().getMutationType()!.getFields();

let api: TestApi;
let cast: Cast;
beforeAll(async () => {
  api = await startApi(MAILS);
  cast = await castOf(api);
});
afterAll(async () => {
  await api.close();
});

function documentOf({ name, args, type }: GraphQLField<unknown, unknown>, select = ''): string {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const fields = isObjectType(getNamedType(type)) ? `{ userErrors { code path } ${select} }` : '';
  return `mutation Story${declared && `(${declared})`} { ${name}${given && `(${given})`} ${fields} }`;
}

interface Row {
  organisation_id: string;
  member_id: string;
  at: Date;
  thing: string | null;
  thing_id: string | null;
  remote_address: string;
  before: unknown;
  after: unknown;
}

async function entriesOf(answer: Answer<unknown>, action: string): Promise<Row[]> {
  await api.server.mailedResets.settled();
  await api.server.trail.settled();
  return api.world.ownerQuery<Row>('select * from core.audit_entry where request_id = $1 and action = $2', [
    answer.headers.get('x-request-id'),
    action,
  ]);
}

/** The member of a client, by its token. */
async function memberOf(client: Client): Promise<{ organisation_id: string; member_id: string } | null> {
  if (client.token === undefined) return null;
  const claims = JSON.parse(Buffer.from(client.token.split('.')[1]!, 'base64url').toString()) as Record<
    'org' | 'sub',
    string
  >;
  return Promise.resolve({ organisation_id: claims.org, member_id: claims.sub });
}

/** Chapters that are about a proposal of their own. */
const PROPOSED = ['declineAgreement', 'withdrawAgreement'];
/** Chapters that are about an amendment of their own. */
const AMENDED = ['declineAmendment', 'withdrawAmendment', 'acknowledgeAmendment'];

/** Help that was asked for three days ago. */
async function resetOf(email: string, isConfirmed: boolean): Promise<string> {
  const [row] = await api.world.ownerQuery<{ id: string }>(
    `insert into core.administrator_reset
       (organisation_id, id, member_id, reason, by_mail, asked_at, asked_by, confirmed_at, confirmed_by)
     select organisation_id, gen_random_uuid(), id, '忘记密码', false, now() - interval '3 days', gen_random_uuid(),
            case when $2 then now() - interval '2 days' end, case when $2 then gen_random_uuid() end
       from core.member where email = $1 returning id`,
    [email, isConfirmed],
  );
  return row!.id;
}

/** A delivery of the webhook. */
async function deliveryOf(webhookId: string): Promise<string> {
  const [row] = await api.world.ownerQuery<{ id: string }>(
    `insert into core.webhook_delivery
       (organisation_id, webhook_id, event_id, type, body, created_at, queued_at, next_attempt_at)
     select organisation_id, id, gen_random_uuid(), 'AGREEMENT_CONFIRMED', '{}', now(), now(), now()
       from core.webhook where id = $1 returning id`,
    [webhookId],
  );
  return row!.id;
}

/** Actions without a chapter, because they belong to something else. */
async function prepare(mutation: string): Promise<void> {
  const { made } = cast;
  if (PROPOSED.includes(mutation)) made.otherId = (await newProposal(api)).id;
  if (AMENDED.includes(mutation)) {
    // One of a bureau is answered by both parties.
    const isBureaus = mutation === 'acknowledgeAmendment';
    const { amendment } = await propose(isBureaus ? cast.bureau : cast.admin, {
      agreementId: made.agreementId!,
      effectiveOn: '2024-07-01',
      requiredPosts: String(20 + AMENDED.indexOf(mutation)),
      documentNumber: '文号 1',
    });
    made.otherAmendmentId = amendment!.id;
  }
  if (mutation === 'matchImportNames') {
    const { body } = await upload(api, cast.worker, made.agreementId!, LOG);
    made.importId = body.id!;
  }
  if (mutation === 'acceptMonths') await handIn(cast.admin, made.agreementId!, '2024-02');
  if (/^(confirm|take|stop)AdministratorReset$/.test(mutation)) {
    made.resetId = await resetOf('admin@fengyuan.example', mutation !== 'confirmAdministratorReset');
  }
  if (mutation === 'redeliverWebhook') made.deliveryId = await deliveryOf(made.webhookId!);
  if (mutation === 'voidAgreement') made.otherId = (await newStation(api)).id;
  if (mutation === 'closeAssessment') {
    for (const [email, score] of [
      ['admin@fengyuan-street', '18'],
      ['admin@mentoring-centre', '14'],
      ['admin@assessor', '50'],
    ] as const) {
      const client = await api.as(`${email}.example`);
      await client.get(documentOf(MUTATIONS.scoreAssessment!), {
        input: { assessmentId: made.assessmentId, score },
      });
    }
  }
  if (mutation === 'unsealScores') {
    const input = {
      agreementId: made.agreementId,
      kind: 'FINAL',
      assessorId: cast.assessorId,
      from: '2024-07-01',
      to: '2024-12-31',
    };
    const { openAssessment } = await cast.bureau.get<{ openAssessment: Payload }>(
      documentOf(MUTATIONS.openAssessment!, 'assessment { id }'),
      { input },
    );
    made.finalId = openAssessment.assessment.id;
  }
  if (mutation === 'replaceAssessor') {
    made.nextAssessorId = newId();
    await api.world.ownerQuery(
      `insert into core.organisation (id, kind, name) values ($1, 'ASSESSOR', '另一评估机构')`,
      [made.nextAssessorId],
    );
  }
  if (mutation === 'changeStaffSpell') {
    const [spell] = await api.world.ownerQuery<{ id: string }>(
      'select id from core.staff_spell where member_id = $1',
      [made.memberId],
    );
    made.spellId = spell!.id;
  }
}

it('every mutation of the schema has its chapter, and no other', () => {
  expect(Object.keys(STORY).sort()).toEqual(Object.keys(MUTATIONS).sort());
});

it.each(Object.keys(STORY))('%s leaves member, action, target, time, address and values', async (name) => {
  await prepare(name);
  api.clock.advance(1000);
  const chapter = STORY[name]!(cast);
  const answer = await chapter.by.ask<Record<string, Payload & { userErrors: unknown[] }>>(
    documentOf(MUTATIONS[name]!, chapter.select),
    chapter.args,
  );
  expect([answer.errors, answer.data?.[name]?.userErrors ?? []]).toEqual([[], []]);
  chapter.keep?.(answer.data![name]!);

  const entries = await entriesOf(answer, chapter.action);
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  expect(entry).toMatchObject({
    thing: chapter.thing,
    at: api.clock.now(),
    remote_address: '127.0.0.1',
    ...(await memberOf(chapter.by)),
  });
  expect([entry!.organisation_id, entry!.member_id]).not.toContain(null);
  expect(entry!.thing_id === null).toBe(chapter.thing === null);
  const values = { before: ['before', 'both'], after: ['after', 'both'] } as const;
  expect([entry!.before !== null, entry!.after !== null]).toEqual([
    values.before.some((it) => it === chapter.values),
    values.after.some((it) => it === chapter.values),
  ]);
});

it('no two mutations share an action, except invitations and the plural ones', () => {
  const actions = Object.values(STORY).map((chapter) => chapter(cast).action);
  expect(actions.filter((action, at) => actions.indexOf(action) !== at)).toEqual([
    'RECORD_CORRECTED',
    'RECORD_VOIDED',
    'MEMBER_INVITED',
  ]);
});

it('the console has words for whatever an entry is about', () => {
  const things = Object.values(STORY).flatMap((chapter) => chapter(cast).thing ?? []);
  expect(things.filter((thing) => !(thing in audit.things))).toEqual([]);
});
