import { type ComponentType, lazy } from 'react';
import type { Path } from './pages';

type Module = Promise<{ Page: ComponentType }>;

const page = (load: () => Module): ComponentType => lazy(async () => ({ default: (await load()).Page }));

/** The component of each page, loaded when it is first shown. */
export const COMPONENTS: Readonly<Record<Path, ComponentType>> = {
  '/console': page(async () => import('../pages/home/home-page')),
  '/console/entry': page(async () => import('../pages/entry/entry-page')),
  '/console/records': page(async () => import('../pages/records/records-page')),
  '/console/completion': page(async () => import('../pages/completion/completion-page')),
  '/console/overview': page(async () => import('../pages/overview/overview-page')),
  '/console/account': page(async () => import('../pages/account/account-page')),
};
