import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import { newId } from '../platform/ids';
import { findRights, type MemberKey, startSession } from './auth.repository';
import { Member } from './member';

/** By the clock of the database, which ends sessions. */
const LASTS_MS = 60_000;

const FORGET = statement(
  'auth.session.forget',
  `with family as (
     delete from auth.token_family where organisation_id = $1 and session_id = $2 and member_id = $3
     returning organisation_id, session_id
   )
   delete from core.session s using family f
    where s.organisation_id = f.organisation_id and s.id = f.session_id and s.member_id = $3`,
);

/**
 * Reads as a member who has sent no request, for an e-mail to that member alone: in a session that nobody has a token
 * of, and that is deleted afterwards. Null where the member has left.
 */
export async function onBehalfOf<T>(
  database: Database,
  clock: () => Date,
  { organisationId, memberId }: MemberKey,
  work: (member: Member) => Promise<T>,
): Promise<T | null> {
  const key = { organisationId, memberId, sessionId: newId() };
  const rights = await AuthScope.run(database, async (scope) => {
    await scope.claim({ memberId });
    const found = await findRights(scope, key);
    const now = Date.now();
    if (found) await startSession(scope, key, new Date(now), new Date(now + LASTS_MS));
    return found;
  });
  if (!rights) return null;
  const origin = { requestId: key.sessionId, remoteAddress: 'digest' };
  const member = new Member({ ...key, ...rights, isKey: false }, { database, clock, ...origin });
  try {
    return await work(member);
  } finally {
    await member.finish();
    await AuthScope.run(database, async (scope) => {
      await scope.claim({ memberId });
      await scope.query(FORGET, [organisationId, key.sessionId, memberId]);
    });
  }
}
