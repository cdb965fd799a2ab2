import type { Member } from '../../access';
import { Conditions } from '../../platform/database/conditions';
import type { Page } from '../../platform/graphql/connection';
import type { AgreementState } from './agreement.enums';
import { agreementColumns, type AgreementRow, EFFECTIVE_STATE } from './read.sql';

const STATE = EFFECTIVE_STATE.sql('a.state');

function conditions(states: readonly AgreementState[] | null): Conditions {
  return new Conditions().add('states', states, (list) => `${STATE} = any (${list}::text[])`);
}

/** Agreements within the scope in any of the states, the latest proposed first: their ids are in order of time. */
export async function agreementPage(
  member: Member,
  states: readonly AgreementState[] | null,
  page: Page,
): Promise<AgreementRow[]> {
  const where = conditions(states).after(page.after, 'a.id', ['uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement<AgreementRow>(
      'agreement.page',
      `select ${agreementColumns('a')} from core.agreement a where ${where.sql} order by a.id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function agreementCount(
  member: Member,
  states: readonly AgreementState[] | null,
): Promise<number> {
  const where = conditions(states);
  const [row] = await member.read(
    where.statement<{ count: number }>(
      'agreement.count',
      `select count(*)::int as count from core.agreement a where ${where.sql}`,
    ),
    where.values,
  );
  return row?.count ?? 0;
}
