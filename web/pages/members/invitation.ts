import { INVITATION } from '../../app/pages';

/** An invitation to be handed to the person it is for. */
export interface Invitation {
  readonly name: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** Behind the #, which browsers send to no server: no log has the token. */
export function linkOf(token: string, origin: string): string {
  return `${origin}${INVITATION}#token=${encodeURIComponent(token)}`;
}

/** What an answer of the API invites to; undefined where it refuses. */
export function invitationOf(
  name: string,
  { invitationToken, expiresAt }: { invitationToken: string | null; expiresAt: string | null },
): Invitation | undefined {
  return invitationToken === null || expiresAt === null
    ? undefined
    : { name, token: invitationToken, expiresAt };
}
