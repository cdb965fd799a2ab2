import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { texts } from '../messages';
import { addressOf } from '../place/places';
import { StationSearch } from '../place/station-search';
import { useSession } from '../session/use-session';
import { useMay } from '../session/viewer';
import { KeyHelp } from './key-help';
import { Navigation } from './navigation';
import { CurrentPage } from './current-page';
import './shell.css';

const ResetNotice = lazy(async () => import('./reset-notice'));

type Window = 'KEYS' | 'STATIONS';

/** The frame of every page: the navigation, what goes on, and the keys that work everywhere. */
export function Shell(): ReactNode {
  const { common, signIn } = texts();
  const state = useSession();
  const mayHelp = useMay('administratorReset.help');
  const [open, setOpen] = useState<Window>();
  const [path, navigate] = useLocation();
  const close = (): void => {
    setOpen(undefined);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.metaKey) return;
      if (event.ctrlKey && event.key === '/') {
        event.preventDefault();
        setOpen((window) => (window === 'KEYS' ? undefined : 'KEYS'));
      } else if (!event.ctrlKey && event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        setOpen('STATIONS');
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <>
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <Progress />
      <div className="shell">
        <Navigation path={path} />
        <main id="main" tabIndex={-1}>
          {state.kind === 'SIGNED_IN' && !state.isKept && (
            <p className="notice screen-only">{signIn.notKept}</p>
          )}
          {state.kind === 'SIGNED_IN' && !mayHelp && (
            <Suspense>
              <ResetNotice />
            </Suspense>
          )}
          <CurrentPage path={path} />
        </main>
      </div>
      {open === 'KEYS' && <KeyHelp onClose={close} />}
      {open === 'STATIONS' && (
        <StationSearch
          onClose={close}
          onChoose={(place) => {
            close();
            navigate(addressOf(path === '/console' ? '/console/completion' : path, place));
          }}
        />
      )}
    </>
  );
}

/** A thin line at the top while anything is under way for longer than 300 ms. */
function Progress(): ReactNode {
  // Exports have a bar of their own.
  const writes = useIsMutating({ predicate: ({ options }) => options.mutationKey === undefined });
  const isBusy = useIsFetching() + writes > 0;
  return isBusy ? <div className="progress screen-only" /> : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
