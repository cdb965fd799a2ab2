import {
  type Agreement,
  newStation,
  registerConfirmed,
  validRegistration,
  ZONES,
} from '../api/support/agreements';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  apply,
  imported,
  log,
  MATCH,
  type Answered,
  preview,
  recordsOf,
  faultLines,
} from './support/imports';

let api: Api;
let admin: Client;
let worker: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  worker = await api.as('worker@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

interface Name {
  kind: string;
  text: string;
  id: string | null;
}

const match = async (importId: string, ...names: Name[]): Promise<Answered> =>
  (await worker.get<{ matchImportNames: Answered }>(MATCH, { input: { importId, names } })).matchImportNames;

const FILE = log('2024-03-01,东边,,绿豆热线,3,', '2024-03-02,东片,,红棉热线,4,');

test('the names of a file are listed, those that are not matched first, each with its cells', async () => {
  const { names } = await preview(api, worker, agreement.id, FILE);
  expect(names.map(({ kind, text, cells, name }) => [kind, text, cells, name])).toEqual([
    ['ZONE', '东边', ['CSV B2'], null],
    ['INDICATOR', '绿豆热线', ['CSV D2'], null],
    ['ZONE', '东片', ['CSV B3'], '东片'],
    ['INDICATOR', '红棉热线', ['CSV D3'], '红棉热线'],
  ]);
});

test('a name that is matched by hand is taken for that, in this file and in the next ones of the station', async () => {
  const east = agreement.zones.find(({ name }) => name === '东片')!;
  const shown = await preview(api, worker, agreement.id, FILE);
  const { sheetImport, userErrors } = await match(
    shown.id,
    { kind: 'ZONE', text: '东边', id: east.id },
    { kind: 'INDICATOR', text: '绿豆热线', id: 'HOTLINE' },
  );
  expect(userErrors).toEqual([]);
  expect(sheetImport!.digest).not.toBe(shown.digest);
  expect(sheetImport!.counts).toMatchObject({ ready: 2, faulty: 0 });
  expect(sheetImport!.names.filter(({ isChosen }) => isChosen).map(({ text, name }) => [text, name])).toEqual(
    [
      ['东边', '东片'],
      ['绿豆热线', '红棉热线'],
    ],
  );
  await apply(worker, sheetImport!);
  expect((await recordsOf(worker, agreement.id)).map(({ zone }) => zone?.id)).toEqual([east.id, east.id]);
  const next = await preview(api, worker, agreement.id, log('2024-03-09,东边,,绿豆热线,5,'));
  expect(next.counts).toMatchObject({ ready: 1, faulty: 0 });
});

test('a choice holds for a later agreement of the station, by the name of what was chosen', async () => {
  const shown = await preview(api, worker, agreement.id, FILE);
  await match(shown.id, { kind: 'ZONE', text: '东边', id: agreement.zones[0]!.id });
  const later = await registerConfirmed(
    api,
    admin,
    await validRegistration(api, {
      newStation: undefined,
      stationId: agreement.station.id,
      startsOn: '2025-01-01',
      endsOn: '2025-12-31',
      zones: ZONES,
      terms: [{ name: '年度', startsOn: '2025-01-01', endsOn: '2025-12-31' }],
    }),
  );
  const { id } = later.zones.find(({ name }) => name === '东片')!;
  expect(id).not.toBe(agreement.zones[0]!.id);
  const { names } = await preview(api, worker, later.id, log('2025-03-01,东边,,红棉热线,3,'));
  expect(names.find(({ text }) => text === '东边')).toMatchObject({
    matchedId: id,
    name: '东片',
    isChosen: true,
  });
});

test('a choice is forgotten with null, and is of its station alone', async () => {
  const shown = await preview(api, worker, agreement.id, FILE);
  const zone = { kind: 'ZONE', text: '东边', id: agreement.zones[0]!.id };
  await match(shown.id, zone);
  const other = await newStation(api);
  expect(faultLines(await preview(api, worker, other.id, FILE))).toContain('ERROR ZONE_NOT_KNOWN B2');
  const { sheetImport } = await match(shown.id, { ...zone, id: null });
  expect(faultLines(sheetImport!)).toContain('ERROR ZONE_NOT_KNOWN B2');
});

test('an id of something else does not exist; names are those of the file', async () => {
  const shown = await preview(api, worker, agreement.id, FILE);
  const other = await newStation(api);
  for (const id of [newId(), 'x', other.zones[0]!.id, agreement.projects[0]!.id]) {
    const input = { importId: shown.id, names: [{ kind: 'ZONE', text: '东边', id }] };
    const { errors } = await worker.ask(MATCH, { input });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  }
  const unknown = await match(shown.id, { kind: 'ZONE', text: '没有', id: agreement.zones[0]!.id });
  expect(unknown.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'NAME_NOT_IN_FILE names.0.text',
  ]);
  expect((await match(shown.id)).userErrors.map(({ code }) => code)).toEqual(['TOO_FEW']);
});

test('what is written is not read again', async () => {
  const { id } = await imported(api, worker, agreement.id, log('2024-03-02,东片,,红棉热线,4,'));
  const answer = await match(id, { kind: 'ZONE', text: '东片', id: agreement.zones[1]!.id });
  expect(answer.userErrors.map(({ code }) => code)).toEqual(['IMPORT_ALREADY_APPLIED']);
});

test('choices of the same name that are made at the same time wait for one another', async () => {
  const { id } = agreement.zones[0]!;
  const shown: string[] = [];
  for (let at = 1; at <= 6; at += 1)
    shown.push((await preview(api, worker, agreement.id, log(`2024-03-0${at},东边,,红棉热线,3,`))).id);
  const answers = await Promise.all(
    shown.map(async (importId) => match(importId, { kind: 'ZONE', text: '东边', id })),
  );
  expect(answers.map(({ userErrors }) => userErrors)).toEqual(shown.map(() => []));
});
