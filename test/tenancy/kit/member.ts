import type { ClientBase } from 'pg';
import { hashOf } from '../../../src/access/refresh-token';
import type { DatabaseRole } from '../../../src/platform/database/roles';
import type { Principal } from '../../../src/platform/database/tenant-scope';
import { newId } from '../../../src/platform/ids';
import { insert } from './insert';

/** Adds a member who is signed in, with one row in every table that members have; a limited one administers nothing. */
export async function addMember(
  client: ClientBase,
  organisationId: string,
  role: DatabaseRole,
  stations?: readonly string[],
): Promise<Principal> {
  const memberId = newId();
  const sessionId = newId();
  const mine = { organisation_id: organisationId, member_id: memberId };
  const ofSession = { ...mine, session_id: sessionId };
  const lasting = { issued_at: 'now', expires_at: 'tomorrow' };
  const email = `${memberId}@tenancy.example`;
  await insert(client, 'core.member', {
    organisation_id: organisationId,
    id: memberId,
    email,
    display_name: '陈美玲',
    role: stations ? 'WORKER' : 'ADMIN',
    station_limited: stations !== undefined,
  });
  for (const station_id of stations ?? []) {
    await insert(client, 'core.member_station', { ...mine, station_id });
  }
  await insert(client, 'core.session', { ...mine, id: sessionId, expires_at: 'tomorrow' });
  await insert(client, 'auth.credential', { ...mine, email, password_hash: `$argon2id$ ${memberId}` });
  await insert(client, 'auth.token_family', { ...ofSession, rotated_at: 'now' });
  const refreshToken = { ...ofSession, ...lasting, hash: hashOf(`refresh ${memberId}`), generation: 0 };
  await insert(client, 'auth.refresh_token', refreshToken);
  await insert(client, 'auth.invitation', { ...mine, ...lasting, hash: hashOf(`invitation ${memberId}`) });
  await insert(client, 'auth.password_reset', { ...mine, ...lasting, hash: hashOf(`reset ${memberId}`) });
  await insert(client, 'auth.api_key', { ...ofSession, hash: hashOf(`key ${memberId}`) });
  await addWebhook(client, organisationId, memberId);
  await insert(client, 'core.administrator_reset', {
    ...mine,
    id: newId(),
    reason: '忘记密码',
    by_mail: false,
    asked_at: 'now',
    asked_by: newId(),
  });
  await insert(client, 'core.mail_preference', { ...mine, at_once: true, digest: true });
  await insert(client, 'core.mail', {
    ...mine,
    id: newId(),
    kind: 'PASSWORD_RESET',
    about: newId(),
    created_at: 'now',
    next_attempt_at: 'now',
  });
  await insert(client, 'core.audit_entry', {
    ...mine,
    id: newId(),
    at: 'now',
    action: 'SIGNED_IN',
    remote_address: '192.0.2.1',
    request_id: 'tenancy',
  });
  return { role, organisationId, memberId, sessionId, accessVersion: 1 };
}

/** With a delivery that waits. */
async function addWebhook(client: ClientBase, organisation_id: string, created_by: string): Promise<void> {
  const [id, type] = [newId(), 'MONTH_HANDED_IN'];
  const webhook = { url: 'https://office.example/', events: [type], secret: 'sealed', created_at: 'now' };
  await insert(client, 'core.webhook', { organisation_id, id, created_by, ...webhook });
  await insert(client, 'core.webhook_delivery', {
    organisation_id,
    id: newId(),
    webhook_id: id,
    event_id: newId(),
    type,
    body: '{}',
    created_at: 'now',
    queued_at: 'now',
    next_attempt_at: 'now',
  });
}
