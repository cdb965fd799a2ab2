export { demoAccounts } from './accounts';
export { type DemoDependencies, demoExample, loadDemo } from './load';
