export { hasEmbeddedDatabase } from './place';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './start-embedded-postgres';
export { StartError } from '../platform/start-error';
