import { InputRules } from '../../../platform/input-rules';
import { checkUrl } from './webhook.rules';

function faultsOf(url: string, allowPrivate = false): string[] {
  const rules = new InputRules();
  checkUrl(rules, url, ['url'], allowPrivate);
  return rules.faults.map(({ code }) => code);
}

test.each(['https://office.example/hooks?key=1', 'https://8.8.8.8:8443/', ' https://office.example '])(
  '%s may be a webhook',
  (url) => {
    expect(faultsOf(url)).toEqual([]);
  },
);

test.each([
  '',
  'office.example',
  'http://office.example/',
  'ftp://office.example/',
  'file:///etc/passwd',
  'https://name@office.example/',
  'https://name:word@office.example/',
  'https://',
  'javascript:alert(1)',
])('%s is no address of a webhook', (url) => {
  expect(faultsOf(url)).toEqual(['NOT_A_WEBHOOK_URL']);
});

test.each([
  'https://localhost/',
  'https://a.localhost/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://10.0.0.8/',
  'https://169.254.169.254/latest/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://[::ffff:10.0.0.1]/',
])('%s is private, unless the server allows it', (url) => {
  expect(faultsOf(url)).toEqual(['PRIVATE_ADDRESS']);
  expect(faultsOf(url, true)).toEqual([]);
});

test('a server that allows private addresses takes http: as well', () => {
  expect(faultsOf('http://127.0.0.1:8080/', true)).toEqual([]);
});
