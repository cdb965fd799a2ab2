import type { Translation } from '../translation';
import type { request as zh } from '../zh/request';

export const request: Translation<typeof zh> = {
  NOT_SIGNED_IN: () => 'You are not signed in, or no longer. Please sign in again.',
  SESSION_ENDED: () => 'Your session has ended. Please sign in again.',
  SIGN_IN_FOR_SCHEMA: () => 'Sign in to read the schema (introspection).',
  ACTION_NOT_PERMITTED: () =>
    'Your account may not do this. If you need to, ask the administrator of your organisation.',
  ID_NOT_FOUND: ({ id }) => `Nothing with the id "${id}" exists, or you may not see it. Please check the id.`,
  ADDRESS_NOT_FOUND: () => 'There is nothing at this address.',

  TOO_MANY_FAILED_SIGN_INS: ({ seconds }) =>
    `Too many failed attempts to sign in. Please try again in ${seconds} seconds.`,
  TOO_MANY_SIGN_INS: () => 'Too many people are signing in at the moment. Please try again shortly.',
  COST_BUDGET_SPENT: ({ seconds }) =>
    `Too much was asked for within a minute. Please try again in ${seconds} seconds.`,
  TOO_MANY_EXPORTS: () => 'Many exports are running. Please try again shortly.',
  TOO_MANY_OWN_EXPORTS: ({ most }) =>
    `Your organisation has ${most} exports running already. Please try again when one of them is done.`,
  SERVICE_BUSY: () => 'The service is busy: try again shortly.',
  DATABASE_UNAVAILABLE: () =>
    'The system is busy. Please try again in a moment; if you were saving, check first whether it was saved.',
  REQUEST_TOOK_TOO_LONG: () =>
    'The request took too long and was stopped. If it was a change, check whether it was made before you repeat it.',
  INTERNAL_ERROR: ({ requestId }) =>
    `Something went wrong on our side. If it lasts, tell us this number: ${requestId}`,

  OPERATION_TOO_DEEP: ({ limit }) =>
    `The operation is nested too deeply: ${limit} levels at most. Split it into several.`,
  OPERATION_TOO_LARGE: ({ limit }) =>
    `The operation has too many fields: ${limit} at most, fragments included. Split it into several.`,
  TOO_MANY_ALIASES: ({ limit }) =>
    `The operation has too many aliases: ${limit} at most. Split it into several.`,
  TOO_MANY_DIRECTIVES: ({ limit }) => `The operation has too many directives: ${limit} at most.`,
  OPERATION_TOO_COSTLY: ({ cost, limit }) =>
    `This operation would cost ${cost}, more than the limit of ${limit}. Ask for smaller pages (first), or for less at a time.`,
  UNKNOWN_OPERATION: () =>
    'There is no such operation. Check operationName: where the document has several operations, it must name one. Subscriptions are not supported.',
  OPERATION_NOT_REGISTERED: () =>
    'Only operations that were registered beforehand are accepted here, and this one was not. Ask the administrator.',

  MALFORMED_REQUEST: () => 'The request is malformed.',
  METHOD_NOT_ALLOWED: ({ allowed }) => `This address accepts ${allowed} only.`,
  WRONG_CONTENT_TYPE: () => 'Send the request as Content-Type: application/json (UTF-8, not compressed).',
  BODY_COMPRESSED: () => 'Send the request body uncompressed (without Content-Encoding).',
  BODY_TOO_LARGE: ({ size }) => `The request body must not exceed ${size}: send it in parts.`,
  BODY_TOO_SLOW: () => 'The request body did not arrive in time.',
  BODY_NOT_UTF8: () => 'The request body is not valid UTF-8: send it encoded in UTF-8.',
  BODY_NOT_JSON: () => 'The request body is not valid JSON.',
  BODY_NOT_AN_OBJECT: () => 'The request body must be a JSON object.',
  BATCH_NOT_ACCEPTED: () => 'Batches are not accepted: send one operation a request.',
  HTTP_VERSION_TOO_OLD: () =>
    'Exports need HTTP/1.1: over HTTP/1.0 a file that was cut off looks complete. Behind nginx, set proxy_http_version 1.1.',
  TYPE_NOT_ACCEPTED: ({ type }) =>
    `This address answers ${type}, which the Accept header of the request does not allow. Use another extension, or leave Accept out.`,
};
