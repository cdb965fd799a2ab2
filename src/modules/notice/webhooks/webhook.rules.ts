import { addressOfHost, isPublicAddress } from '../../../platform/public-address';
import type { InputRules } from '../../../platform/input-rules';
import type { Path } from '../../../platform/faults';

const MAX_URL = 2000;

/** Webhooks of an organisation, at most. */
export const MAX_WEBHOOKS = 50;

/**
 * Validates the address of a webhook; returns its normal form. Where a name leads is checked with every connection: it
 * may be another address each time.
 */
export function checkUrl(rules: InputRules, text: string, path: Path, allowPrivate: boolean): string {
  if (text.length > MAX_URL) {
    rules.add('TEXT_TOO_LONG', path, { most: MAX_URL });
    return text;
  }
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const isWeb = url?.protocol === 'https:' || (allowPrivate && url?.protocol === 'http:');
  if (!url || !isWeb || url.username !== '' || url.password !== '') {
    rules.add('NOT_A_WEBHOOK_URL', path);
    return text;
  }
  url.hash = '';
  const address = addressOfHost(url.hostname);
  if (!allowPrivate && (isLocalName(url.hostname) || (address !== null && !isPublicAddress(address)))) {
    rules.add('PRIVATE_ADDRESS', path);
  }
  // Its normal form is longer: of every Chinese character nine are made.
  if (url.href.length > MAX_URL) rules.add('TEXT_TOO_LONG', path, { most: MAX_URL });
  return url.href;
}

function isLocalName(hostname: string): boolean {
  return /(^|\.)(localhost|local|internal)\.?$/.test(hostname);
}
