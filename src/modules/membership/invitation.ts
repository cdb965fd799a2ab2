import { CredentialService } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { insertInvitation, type NewInvitation } from './member.repository';

const DAYS = 7;

/** The token to hand to whoever is invited, and until when it works. */
export interface Invitation {
  invitationToken: string;
  expiresAt: Date;
}

/** Makes an invitation for a member, in the transaction at hand. */
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
