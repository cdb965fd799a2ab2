import { reached } from '../api/ask';
import { postSession } from './browser-session';

/** An invitation, as the person who holds its token sees it. */
export interface Invitation {
  readonly displayName: string;
  readonly email: string;
  readonly organisationName: string;
  readonly expiresAt: string;
}

type Answer = Partial<Invitation> & {
  readonly userErrors?: { readonly message: string }[];
  readonly errors?: { readonly message: string }[];
};

/** For whom the invitation of a token is, or why it cannot be used. */
export async function readInvitation(
  token: string,
): Promise<{ readonly invitation?: Invitation; readonly refusal: string }> {
  const answer = await reached(async () => postSession<Answer>({ action: 'READ_INVITATION', token }));
  const { userErrors = [], errors = [], displayName, email, organisationName, expiresAt } = answer;
  const refusal = [...userErrors, ...errors].map(({ message }) => message).join(' ');
  if (
    displayName === undefined ||
    email === undefined ||
    organisationName === undefined ||
    expiresAt === undefined
  )
    return { refusal };
  return { invitation: { displayName, email, organisationName, expiresAt }, refusal };
}
