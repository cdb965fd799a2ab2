export { type Moved, moveDatabase } from './move-database';
