export { hasEmbeddedDatabase } from './cluster-location';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './start-embedded-postgres';
