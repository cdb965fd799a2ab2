import { newStation } from '../api/support/agreements';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { workbookParts, zipOf } from '../sheets/support/zip';
import { IMPORT, importOf, log, upload } from './support/imports';

/** What no text of the database holds: zero bytes and halves of characters, in files and in their names. */
let api: Api;
let worker: Client;
let agreementId: string;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  ({ id: agreementId } = await newStation(api));
});

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: string[]): string => `<row>${texts.map(cell).join('')}</row>`;
/** A log whose zone, indicator and note have this in them. */
const workbook = (odd: string): Buffer =>
  zipOf(
    workbookParts(
      row('日期', '片区', '指标', '个数', '备注') +
        row('2024-03-01', `东${odd}片`, '红棉热线', '1', '') +
        row('2024-03-01', '东片', `红棉${odd}热线`, '1', '') +
        row('2024-03-01', '东片', '红棉热线', '1', `走访${odd}`) +
        row(`2024${odd}`, '东片', '红棉热线', `1${odd}`, ''),
    ),
  );

test.each([
  ['an escaped zero', workbook('_x0000_')],
  ['a reference to zero', workbook('&#0;')],
  ['a control character', workbook('_x0001_')],
  ['half a character', workbook('_xD83D_')],
  ['a reference to half a character', workbook('&#xD83D;')],
  ['a zero byte', workbook('\0')],
  ['a zero byte in CSV', Buffer.from(log('2024-03-01,东\0片,,红棉热线,1,走访\0'))],
])('a file with %s is read or refused', async (name, file) => {
  const { status, body } = await upload(api, worker, agreementId, file);
  expect([name, status < 500]).toEqual([name, true]);
  // What was read can be looked at, too.
  const { errors } = await worker.ask(IMPORT, { id: body.id ?? '' });
  expect(errors.map(({ extensions }) => extensions?.code).filter((code) => code !== 'NOT_FOUND')).toEqual([]);
});

test('a file has its name without what cannot be kept of it', async () => {
  const { status, body } = await upload(api, worker, agreementId, log('2024-03-02,东片,,红棉热线,1,'), {
    'x-file-name': '%00log%01.csv',
  });
  expect(status).toBe(201);
  expect((await importOf(worker, body.id!)).fileName).toBe('log.csv');
});
