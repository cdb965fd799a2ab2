export { demoAccounts } from './accounts';
export { demoExample, loadDemo, loadRealStations } from './load';
