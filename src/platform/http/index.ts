export {
  APOLLO_HTTP_SETTINGS,
  type HttpLimits,
  type HttpServerOptions,
  type HttpService,
} from './http-options';
export { createHttpServer } from './http-server';
export { answerError } from './error-answer';
export type { Exchange } from './exchange';
export { acceptsMediaType } from './negotiation';
export { HttpRefusal, refusals } from './http-refusal';
export type { ContextBuilder, RequestInfo } from './graphql-handler';
export { Metrics, type MetricsOptions, type Outcome, type PoolState } from './metrics';
export { type Route, type StaticContent, staticRoute } from './route';
