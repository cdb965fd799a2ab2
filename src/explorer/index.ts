export type { DemoAccount } from './demo-account';
export { explorerRoutes } from './explorer-routes';
