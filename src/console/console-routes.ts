import { extname } from 'node:path';

import { type Route, staticRoute } from '../platform/http';
import { CONTENT_TYPES, readConsole } from './built-files';

/** Everything from this origin, nothing inline. The pages are static and kept offline, so that no nonce could be of any use. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Files whose name has the hash of their content. */
const HASHED = /^\/console-assets\/.+-[\w-]{8}\.\w+$/;

/** The console: one page at a fixed list of addresses, and the files that it loads, all from memory. */
export function consoleRoutes(): Route[] {
  const { html, paths, files } = readConsole();
  const pages = paths.map((path) =>
    staticRoute({
      path,
      contentType: 'text/html; charset=utf-8',
      body: html,
      headers: { 'Content-Security-Policy': POLICY },
    }),
  );
  const loaded = [...files].map(([path, body]) =>
    staticRoute({
      path,
      contentType: CONTENT_TYPES[extname(path)] ?? '',
      body,
      ...(HASHED.test(path) && { cacheControl: FOR_GOOD }),
      // A worker has the policy of its own answer.
      headers: { 'Content-Security-Policy': POLICY },
    }),
  );
  return [...pages, ...loaded];
}
