export { persistedOperations, persistedQueries } from './persisted-operations';
export { Safelist } from './safelist';
