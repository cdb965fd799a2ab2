export type { DemoAccount } from './demo-account';
export { type ExplorerOptions, explorerRoutes } from './explorer-routes';
