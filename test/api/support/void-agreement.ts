import type { Api } from '../../kit/api';
import type { UserError } from './questions';

/** Voids a confirmed agreement, as the city bureau; fails on user errors. */
export async function voidAgreement(api: Api, { id }: { id: string }): Promise<void> {
  const city = await api.as('admin@guangzhou-bureau.example');
  const { voidAgreement: done } = await city.get<{ voidAgreement: { userErrors: UserError[] } }>(
    'mutation($id: ID!) { voidAgreement(id: $id, reason: "登记有误") { userErrors { code path message } } }',
    { id },
  );
  if (done.userErrors.length > 0) throw new Error(JSON.stringify(done.userErrors));
}
