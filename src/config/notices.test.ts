import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';

const MAILS = {
  SMTP_URL: 'smtps://login:word@mail.example:465',
  MAIL_FROM: 'Stations <no-reply@stations.example>',
  PUBLIC_URL: 'https://stations.example',
};

test('without SMTP_URL no e-mails leave, and webhooks keep to public addresses', () => {
  expect(readConfig({}).notices).toEqual({ allowPrivateWebhooks: false, mails: undefined });
  expect(readConfig({ ...MAILS, SMTP_URL: '' }).notices.mails).toBeUndefined();
});

test('SMTP_URL needs a sender and the address of the console beside it', () => {
  expect(readConfig(MAILS).notices.mails).toEqual({
    smtpUrl: MAILS.SMTP_URL,
    from: MAILS.MAIL_FROM,
    publicUrl: MAILS.PUBLIC_URL,
  });
  for (const name of ['MAIL_FROM', 'PUBLIC_URL']) {
    expect(() => readConfig({ ...MAILS, [name]: '' })).toThrow(`${name} must be set beside SMTP_URL`);
  }
});

test.each([
  ['SMTP_URL', 'mail.example'],
  ['SMTP_URL', 'https://mail.example'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example\r\nBcc: all@b.example'],
  ['PUBLIC_URL', 'stations.example'],
])('%s is not %j', (name, value) => {
  expect(() => readConfig({ ...MAILS, [name]: value })).toThrow(new RegExp(`^${name} `));
});

test('HOLIDAYS_FILE adds years of holidays, and is refused where it cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  const file = join(folder, 'holidays.json');
  try {
    writeFileSync(file, '{"off": ["2027-01-01/2027-01-02"], "on": ["2027-01-03"]}');
    expect(readConfig({ HOLIDAYS_FILE: file }).holidays).toEqual({
      off: ['2027-01-01', '2027-01-02'],
      on: ['2027-01-03'],
    });
    writeFileSync(file, '{"off": "2027-01-01"}');
    expect(() => readConfig({ HOLIDAYS_FILE: file })).toThrow(/^HOLIDAYS_FILE must name a file like/);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(() => readConfig({ HOLIDAYS_FILE: file })).toThrow(/^HOLIDAYS_FILE names a file/);
  expect(readConfig({}).holidays).toBeUndefined();
});
