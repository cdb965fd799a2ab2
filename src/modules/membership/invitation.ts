import { CredentialService } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { insertInvitation, type NewInvitation } from './member.repository';

const DAYS = 7;

/** The token for the invited person, and its expiry. */
export interface Invitation {
  invitationToken: string;
  expiresAt: Date;
}

/** Creates an invitation for a member, within the given transaction. */
export async function invite(
  transaction: Transaction,
  invitation: NewInvitation,
  at: Date,
): Promise<Invitation> {
  const secret = CredentialService.newInvitation();
  const expiresAt = new Date(at.getTime() + DAYS * 86_400_000);
  await insertInvitation(transaction, invitation, secret, at, expiresAt);
  return { invitationToken: secret.token, expiresAt };
}
