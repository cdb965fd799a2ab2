import type { Route } from '../platform/http';

/** An account of the demo, as the pages name it. */
export interface DemoAccount {
  email: string;
  title: { zh: string; en: string };
  role: string;
}

/** The pages: / and /explorer. */
export function explorerRoutes(_options: { accounts: DemoAccount[] | undefined }): Route[] {
  return [];
}
