export { hasEmbeddedDatabase } from './cluster-location';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres';
