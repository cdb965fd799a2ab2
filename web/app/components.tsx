import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Skeleton } from '../ui/answered';
import type { Path } from './pages';

interface PageModule {
  readonly Page: ComponentType;
  /** Asks for what the page shows at an address, before anything is shown. */
  readonly prefetch?: (address: URLSearchParams) => void;
}

interface PageComponent {
  readonly Page: ComponentType;
  readonly load: () => Promise<PageModule>;
}

/**
 * A page that is loaded when it is first shown. Not by lazy and Suspense: React leaves a fallback in place for 300 ms,
 * however soon what it stands for is there.
 */
function page(load: () => Promise<PageModule>): PageComponent {
  // Loaded ahead, it is there when it is first shown.
  let loaded: ComponentType | undefined;
  const loadAndKeep = async (): Promise<PageModule> => {
    const module = await load();
    loaded = module.Page;
    return module;
  };
  function Page(): ReactNode {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<Error>();
    useEffect(() => {
      if (Loaded) return;
      loadAndKeep().then(
        (module) => {
          setLoaded(() => module.Page);
        },
        (error: unknown) => {
          setFailure(error instanceof Error ? error : new Error(String(error)));
        },
      );
    }, [Loaded]);
    if (failure) throw failure;
    return Loaded ? <Loaded /> : <Skeleton />;
  }
  return { load: loadAndKeep, Page };
}

/** The component of each page, loaded when it is first shown. */
export const COMPONENTS: Readonly<Record<Path, PageComponent>> = {
  '/console': page(async () => import('../pages/home/home-page')),
  '/console/entry': page(async () => import('../pages/entry/entry-page')),
  '/console/records': page(async () => import('../pages/records/records-page')),
  '/console/import': page(async () => import('../pages/import/import-page')),
  '/console/work': page(async () => import('../pages/work/work-page')),
  '/console/board': page(async () => import('../pages/board/board-page')),
  '/console/month': page(async () => import('../pages/month/month-page')),
  '/console/acceptance': page(async () => import('../pages/acceptance/acceptance-page')),
  '/console/completion': page(async () => import('../pages/completion/completion-page')),
  '/console/months': page(async () => import('../pages/months/months-page')),
  '/console/targets': page(async () => import('../pages/targets/targets-page')),
  '/console/roster': page(async () => import('../pages/roster/roster-page')),
  '/console/funding': page(async () => import('../pages/funding/funding-page')),
  '/console/reports': page(async () => import('../pages/reports/reports-page')),
  '/console/report': page(async () => import('../pages/report/report-page')),
  '/console/report-audit': page(async () => import('../pages/report-audit/report-audit-page')),
  '/console/assessments': page(async () => import('../pages/assessments/assessments-page')),
  '/console/assessment': page(async () => import('../pages/assessment/assessment-page')),
  '/console/satisfaction': page(async () => import('../pages/satisfaction/satisfaction-page')),
  '/console/evaluations': page(async () => import('../pages/evaluations/evaluations-page')),
  '/console/agreements': page(async () => import('../pages/agreements/agreements-page')),
  '/console/overview': page(async () => import('../pages/overview/overview-page')),
  '/console/heatmap': page(async () => import('../pages/heatmap/heatmap-page')),
  '/console/trends': page(async () => import('../pages/trends/trends-page')),
  '/console/ranking': page(async () => import('../pages/ranking/ranking-page')),
  '/console/members': page(async () => import('../pages/members/members-page')),
  '/console/audit': page(async () => import('../pages/audit/audit-page')),
  '/console/help': page(async () => import('../pages/help/help-page')),
  '/console/invitation': page(async () => import('../session/invitation-page')),
  '/console/reset': page(async () => import('../session/reset-page')),
  '/console/forgotten': page(async () => import('../session/forgotten-page')),
  '/console/account': page(async () => import('../pages/account/account-page')),
};

/** Loads the page of the address, and asks for what it shows, while it is still being found out who is signed in. */
export function prefetchPage({ pathname, search }: Location): void {
  const [, component] = Object.entries(COMPONENTS).find(([path]) => path === pathname) ?? [];
  component
    ?.load()
    .then(({ prefetch }) => prefetch?.(new URLSearchParams(search)))
    // Shown where the page is.
    .catch(() => undefined);
}
