export { demoAccounts } from './accounts';
export { type DemoDependencies, demoExample, loadDemo, loadRealStations } from './load';
