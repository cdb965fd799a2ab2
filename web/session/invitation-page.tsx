import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { texts } from '../messages';
import { Answered, Skeleton } from '../ui/answered';
import { momentText } from '../ui/moments';
import { session } from './browser-session';
import { readInvitation } from './invitation';
import { NewPasswordForm } from './new-password-form';
import { SignInFrame } from './sign-in-frame';

/**
 * Lets an invited person choose a password. The token is behind the # of the link, which browsers send to no server,
 * so that no log has it.
 */
export function Page(): ReactNode {
  const { invitation } = texts();
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
  return (
    <SignInFrame title={invitation.title}>
      {token === '' ? <Unusable reason={invitation.noToken} /> : <Invitation token={token} />}
      <Link href="/console">{invitation.signIn}</Link>
    </SignInFrame>
  );
}

function Invitation({ token }: { readonly token: string }): ReactNode {
  const { invitation: messages } = texts();
  const [, navigate] = useLocation();
  const query = useQuery({ queryKey: ['invitation', token], queryFn: async () => readInvitation(token) });
  return (
    <Answered query={query} skeleton={<Skeleton lines={4} />}>
      {({ invitation, refusal }) =>
        invitation ? (
          <>
            <p>{messages.invited(invitation.organisationName)}</p>
            <dl className="invited">
              <dt>{messages.name}</dt>
              <dd>{invitation.displayName}</dd>
              <dt>{messages.email}</dt>
              <dd>{invitation.email}</dd>
              <dt>{messages.until}</dt>
              <dd>{momentText(invitation.expiresAt)}</dd>
            </dl>
            <NewPasswordForm
              email={invitation.email}
              label={messages.password}
              submit={messages.accept}
              asksForCurrent
              send={async (chosen) => session.accept({ token, ...chosen })}
              onDone={() => {
                navigate('/console', { replace: true });
              }}
            />
          </>
        ) : (
          <Unusable reason={refusal} />
        )
      }
    </Answered>
  );
}

function Unusable({ reason }: { readonly reason: string }): ReactNode {
  const { invitation } = texts();
  return (
    <>
      <p className="notice" role="alert">
        {reason}
      </p>
      <p className="soft">{invitation.unusableHint}</p>
    </>
  );
}
