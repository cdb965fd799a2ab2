import Negotiator from 'negotiator';
import type { Language } from '../../messages';

/** The language of an Accept-Language header: Chinese unless English is preferred. */
export function preferredLanguage(header = ''): Language {
  // Malformed weights count, too: without a digit as 1, with too many dots as 0.
  const weighted = header.replace(
    /;\s*q=([^;,]*)/gi,
    (_, q: string) => `;q=${Number(/^[\d.]+/.exec(q)?.[0] ?? 1) || 0}`,
  );
  const tags = new Negotiator({ headers: { 'accept-language': weighted } }).languages();
  const tag = tags.find((each) => /^(zh|en)(-|$)/i.test(each)) ?? 'zh';
  return /^en/i.test(tag) ? 'en' : 'zh';
}

/** Whether an Accept-Encoding header names gzip. */
export function acceptsGzip(header = ''): boolean {
  const encodings = new Negotiator({ headers: { 'accept-encoding': header } }).encodings();
  return encodings.some((name) => name.toLowerCase() === 'gzip');
}

/** Whether an Accept header allows a media type, whatever its parameters; an empty header allows every type. */
export function acceptsMediaType(header: string | undefined, type: string): boolean {
  const [name = ''] = type.split(';', 1);
  const ranges = new Negotiator({ headers: { accept: header === '' ? undefined : header } }).mediaTypes();
  const matching = ['*/*', name.replace(/\/.*/, '/*'), name];
  return ranges.some((range) => matching.includes(range.toLowerCase()));
}
