import { ApiKeys, type Caller, MemberRole } from '../../access';
import { assertNoFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { type ApiKeyRow, findKey, insertKey, readKeys, revokeKey } from './api-key.repository';
import type { CreateApiKeyInput } from './api-key.type';
import { insertMember } from './member.repository';
import { checkName, checkStations } from './member.rules';

/** Service accounts for BI tools and scripts: API 密钥. */
export class ApiKeyService {
  async list(caller: Caller): Promise<ApiKeyRow[]> {
    return readKeys(caller.assert('key.read'));
  }

  /** Creates a key and returns its secret, which cannot be read again. */
  async create(caller: Caller, input: CreateApiKeyInput): Promise<{ apiKey: ApiKeyRow; secret: string }> {
    const member = caller.assert('key.manage');
    const { organisationId } = member.session;
    const rules = new InputRules();
    const name = checkName(rules, input.name, ['name']);
    const stationIds = input.stationIds ?? null;
    const expiresOn = input.expiresOn ?? null;
    await checkStations(rules, member, MemberRole.VIEWER, stationIds);
    if (expiresOn !== null && rules.day(expiresOn, ['expiresOn']) && expiresOn < member.today()) {
      rules.add('EXPIRES_IN_THE_PAST', ['expiresOn']);
    }
    assertNoFaults(rules.faults);
    const secret = ApiKeys.create();
    return member.write(async (transaction) => {
      const id = newId();
      const role = MemberRole.VIEWER;
      const account = {
        organisationId,
        id,
        kind: 'KEY',
        email: null,
        displayName: name,
        role,
        recordsMoney: false,
        stationIds,
      } as const;
      await insertMember(transaction, account);
      const key = { organisationId, memberId: id, sessionId: newId() };
      await insertKey(transaction, key, secret, member.now(), expiresOn);
      transaction.log({
        action: 'KEY_CREATED',
        thing: 'ApiKey',
        thingId: id,
        after: { name, stationIds, expiresOn },
      });
      return { apiKey: await found(transaction, organisationId, id), secret: secret.token };
    });
  }

  /** Revokes a key with immediate effect; idempotent. */
  async revoke(caller: Caller, id: string): Promise<ApiKeyRow> {
    const member = caller.assert('key.manage');
    const { organisationId } = member.session;
    return member.write(async (transaction) => {
      const before = await found(transaction, organisationId, id);
      await revokeKey(transaction, organisationId, before.id, member.now());
      const after = await found(transaction, organisationId, id);
      transaction.log({ action: 'KEY_REVOKED', thing: 'ApiKey', thingId: before.id, before, after });
      return after;
    });
  }
}

async function found(
  transaction: Parameters<typeof findKey>[0],
  organisationId: string,
  id: string,
): Promise<ApiKeyRow> {
  const row = isId(id) ? await findKey(transaction, organisationId, id) : null;
  if (!row) throw notFound(id);
  return row;
}
