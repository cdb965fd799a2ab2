import type { Language, Text } from '../text';
import type { Outcome } from './metrics';

/** Seconds after which a client that was refused may try again. */
export const RETRY_AFTER_SECONDS = 2;

interface RefusalDetails {
  readonly status: number;
  readonly code: string;
  readonly outcome: Outcome;
  readonly text: Text;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that the HTTP layer refuses, with a status, a code and a message in the caller's language. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly outcome: Outcome;
  readonly text: Text;
  readonly headers: Readonly<Record<string, string>>;

  constructor(details: RefusalDetails) {
    super(details.text.en);
    this.status = details.status;
    this.code = details.code;
    this.outcome = details.outcome;
    this.text = details.text;
    this.headers = details.headers ?? {};
  }
}

/** The body of an error in the shape that GraphQL clients already read. */
export function errorBody(code: string, message: string, requestId: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
}

/** The body of a refusal, in the caller's language. */
export function refusalBody(refusal: HttpRefusal, language: Language, requestId: string): string {
  return errorBody(refusal.code, refusal.text[language], requestId);
}

function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024
    ? `${String(Math.floor(bytes / 1024 / 1024))} MB`
    : `${String(Math.floor(bytes / 1024))} KB`;
}

function badRequest(text: Text): HttpRefusal {
  return new HttpRefusal({ status: 400, code: 'BAD_REQUEST', outcome: 'user_error', text });
}

/** Every refusal of the HTTP layer. */
export const refusals = {
  malformedJson: () =>
    badRequest({ zh: '请求正文不是有效的 JSON。', en: 'The request body is not valid JSON.' }),
  notUtf8: () =>
    badRequest({
      zh: '请求正文不是有效的 UTF-8，请以 UTF-8 编码重新发送。',
      en: 'The request body is not valid UTF-8: send it encoded in UTF-8.',
    }),
  notAnObject: () =>
    badRequest({ zh: '请求正文须为一个 JSON 对象。', en: 'The request body must be a JSON object.' }),
  batch: () =>
    badRequest({
      zh: '不接受批量请求，请每次只发送一个操作。',
      en: 'Batches are not accepted: send one operation a request.',
    }),
  contentType: () =>
    new HttpRefusal({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      outcome: 'user_error',
      text: {
        zh: '请以 Content-Type: application/json（UTF-8，不压缩）发送请求。',
        en: 'Send the request as Content-Type: application/json (UTF-8, not compressed).',
      },
      headers: { Accept: 'application/json' },
    }),
  contentEncoding: () =>
    new HttpRefusal({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      outcome: 'user_error',
      text: {
        zh: '请不压缩地发送请求正文（不使用 Content-Encoding）。',
        en: 'Send the request body uncompressed (without Content-Encoding).',
      },
      headers: { 'Accept-Encoding': 'identity' },
    }),
  bodyTooLarge: (limit: number) =>
    new HttpRefusal({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      outcome: 'user_error',
      text: {
        zh: `请求正文不得超过 ${megabytes(limit)}，请分批提交。`,
        en: `The request body must not exceed ${megabytes(limit)}: send it in parts.`,
      },
    }),
  bodyTooSlow: () =>
    new HttpRefusal({
      status: 408,
      code: 'REQUEST_TIMEOUT',
      outcome: 'timeout',
      text: { zh: '请求正文未能及时送达。', en: 'The request body did not arrive in time.' },
    }),
  busy: () =>
    new HttpRefusal({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      outcome: 'shed',
      text: { zh: '服务繁忙，请稍后重试。', en: 'The service is busy: try again shortly.' },
      headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
    }),
  deadline: () =>
    new HttpRefusal({
      status: 504,
      code: 'TIMEOUT',
      outcome: 'timeout',
      text: {
        zh: '处理超时，已中止。若为写入操作，请先查询结果再重试。',
        en: 'The request took too long and was stopped. If it was to write, look at the result before you repeat it.',
      },
    }),
  notFound: () =>
    new HttpRefusal({
      status: 404,
      code: 'NOT_FOUND',
      outcome: 'user_error',
      text: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
    }),
  method: (allow: string) =>
    new HttpRefusal({
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      outcome: 'user_error',
      text: { zh: `此地址只接受 ${allow}。`, en: `This address accepts ${allow} only.` },
      headers: { Allow: allow },
    }),
  httpVersion: () =>
    new HttpRefusal({
      status: 505,
      code: 'HTTP_VERSION_NOT_SUPPORTED',
      outcome: 'user_error',
      text: {
        zh: '导出需要 HTTP/1.1：HTTP/1.0 无法区分完整与中断的文件。若经 nginx 转发，请设置 proxy_http_version 1.1。',
        en: 'Exports need HTTP/1.1: by HTTP/1.0 a file that broke off looks whole. Behind nginx, set proxy_http_version 1.1.',
      },
    }),
  notAcceptable: (type: string) =>
    new HttpRefusal({
      status: 406,
      code: 'NOT_ACCEPTABLE',
      outcome: 'user_error',
      text: {
        zh: `此地址返回 ${type}，而请求的 Accept 不接受它。请改用另一扩展名，或去掉 Accept。`,
        en: `This address answers ${type}, which the Accept of the request rules out. Use another ending, or leave Accept out.`,
      },
    }),
  internal: () =>
    new HttpRefusal({
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
      outcome: 'error',
      text: {
        zh: '服务内部错误，请凭请求编号联系管理员。',
        en: 'Internal error: quote the request id to the administrator.',
      },
    }),
} as const;
