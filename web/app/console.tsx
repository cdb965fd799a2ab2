import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useOperation } from '../api/queries';
import { RequestFailed } from '../api/request-failed';
import { ViewerDocument } from '../generated/graphql';
import { texts } from '../messages';
import { OutboxProvider } from '../outbox/use-outbox';
import { session } from '../session/browser-session';
import { lastMember, rememberMember } from '../session/last-member';
import { SignInForm } from '../session/sign-in-form';
import { SignInPage } from '../session/sign-in-page';
import { useSession } from '../session/use-session';
import { type Viewer, ViewerContext } from '../session/viewer';
import { Answered, Failure, Skeleton } from '../ui/answered';
import { Dialog } from '../ui/dialog';
import { COMPONENTS, prefetchPage } from './components';
import { FORGOTTEN, INVITATION, type Path, RESET } from './pages';
import { Shell } from './shell';
import { startPageOf } from './start-page';

/** Pages of people who are not signed in yet. */
const BEFORE: readonly Path[] = [INVITATION, RESET, FORGOTTEN];

/** The whole console: the sign-in page, or the pages for the member who is signed in. */
export function Console(): ReactNode {
  const state = useSession();
  const [path] = useLocation();
  const before = BEFORE.find((it) => it === path);
  const isBefore = before !== undefined;
  /** Who has just signed in, or joined, is led to the page that the day begins with. */
  const [isFresh, setFresh] = useState(isBefore);
  const onStarted = useCallback(() => {
    setFresh(false);
  }, []);
  useEffect(() => {
    // A link is for somebody else than the member of this browser.
    if (isBefore || session.state.kind !== 'STARTING') return;
    void session.start(lastMember());
    prefetchPage(window.location);
  }, [isBefore]);
  const memberId = state.kind === 'SIGNED_IN' ? state.memberId : undefined;
  useEffect(() => {
    if (memberId !== undefined) rememberMember(memberId);
  }, [memberId]);
  if (isBefore) {
    const { Page } = COMPONENTS[before];
    return <Page />;
  }
  if (state.kind === 'UNREACHABLE') {
    return (
      <main className="unreachable">
        <Failure
          error={new RequestFailed({ kind: 'UNREACHABLE' })}
          retry={() => {
            window.location.reload();
          }}
        />
      </main>
    );
  }
  if (state.kind === 'SIGNED_OUT') {
    return (
      <SignInPage
        onSignedIn={() => {
          setFresh(true);
        }}
      />
    );
  }
  return (
    <>
      {state.kind === 'STARTING' ? <Skeleton /> : <SignedIn {...(isFresh && { onStarted })} />}
      {state.kind === 'ENDED' && (
        <Dialog title={texts().signIn.title} isRequired onClose={() => undefined}>
          <p className="notice">{texts().signIn.again}</p>
          <SignInForm />
        </Dialog>
      )}
    </>
  );
}

function SignedIn({ onStarted }: { readonly onStarted?: () => void }): ReactNode {
  const query = useOperation(ViewerDocument, {}, { isKept: true });
  return (
    <Answered query={query}>
      {({ viewer }) => (
        <ViewerContext.Provider value={viewer}>
          {onStarted && <GoToStart viewer={viewer} onStarted={onStarted} />}
          <OutboxProvider memberId={viewer.id}>
            <Shell />
          </OutboxProvider>
        </ViewerContext.Provider>
      )}
    </Answered>
  );
}

/** A link to a page is followed; the bare address leads to the page that the day begins with. */
function GoToStart({
  viewer,
  onStarted,
}: {
  readonly viewer: Viewer;
  readonly onStarted: () => void;
}): ReactNode {
  const [path, navigate] = useLocation();
  useEffect(() => {
    if (path === '/console') navigate(startPageOf(viewer), { replace: true });
    onStarted();
  }, [path, navigate, viewer, onStarted]);
  return null;
}
