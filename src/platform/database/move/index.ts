export { type Move, type Moved, moveDatabase } from './move-database';
