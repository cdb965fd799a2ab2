export {
  APOLLO_HTTP_SETTINGS,
  type HttpLimits,
  type HttpServerOptions,
  type HttpService,
} from './http-options';
export { createHttpServer } from './http-server';
export { answerError } from './answer-error';
export type { Exchange } from './exchange';
export { busy, tookTooLong } from './http-errors';
export { acceptsMediaType } from './negotiation';
export type { RequestInfo } from './graphql-handler';
export { Metrics } from './metrics';
export { type PostRoute, type Route, staticRoute, type Upload, type UploadRoute } from './route';
