import { INVITATION, RESET } from '../../app/pages';

/** A link to be handed to the person it is for: an invitation, or one that resets a password. */
export interface Invitation {
  readonly kind: 'INVITATION' | 'RESET';
  readonly name: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** Behind the #, which browsers send to no server: no log has the token. */
export function linkOf({ kind, token }: Pick<Invitation, 'kind' | 'token'>, origin: string): string {
  return `${origin}${kind === 'RESET' ? RESET : INVITATION}#token=${encodeURIComponent(token)}`;
}

/** What an answer of the API invites to; undefined where it refuses. */
export function invitationOf(
  name: string,
  { invitationToken, expiresAt }: { invitationToken: string | null; expiresAt: string | null },
): Invitation | undefined {
  return invitationToken === null || expiresAt === null
    ? undefined
    : { kind: 'INVITATION', name, token: invitationToken, expiresAt };
}

/** The link that an answer has for a member to set another password; undefined where it refuses. */
export function resetOf(
  name: string,
  { token, expiresAt }: { token: string | null; expiresAt: string | null },
): Invitation | undefined {
  return token === null || expiresAt === null ? undefined : { kind: 'RESET', name, token, expiresAt };
}
