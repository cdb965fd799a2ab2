import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { pino } from 'pino';
import { toGraphQLError } from '../../src/platform/graphql/errors';
import { type Mask, maskErrors } from '../../src/platform/graphql/mask-errors';
import { startToy, query, type ToyContext } from '../http/toy-service';
import { type Answer, startApi, type TestApi } from '../kit/api';
import { pretendNodeEnv } from '../kit/settings';

interface Line {
  msg: string;
  requestId: string;
  err?: { message: string; stack: string };
}

/** A server that keeps its log. */
async function startLogged(settings: Record<string, string>): Promise<{ api: TestApi; log: Line[] }> {
  const log: Line[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => log.push(JSON.parse(line) as Line) });
  const api = await startApi(settings, undefined, { logger });
  return { api, log };
}

const RECORD = `mutation($input: RecordServicesInput!) {
  recordServices(input: $input) { records { id } userErrors { code message } } }`;

/** What no response may contain: SQL, names of database objects, files and lines of the program. */
const INNARDS =
  /select|insert|relation|column|constraint|violates|swordfish|core\.|station_|\bat \/|node_modules|\.ts:|\.js:|stack|pg|SQLSTATE|42P01|P0001/i;

describe.each(['production', 'development', 'test'])('an internal error, with NODE_ENV=%s,', (mode) => {
  test('reveals no internals, and has the request id of the full log entry', async () => {
    pretendNodeEnv(mode);
    const { api, log } = await startLogged({ NODE_ENV: mode });
    const expectMasked = (answer: Answer<unknown>, cause: string): void => {
      const requestId = answer.headers.get('x-request-id')!;
      const [error, ...others] = answer.errors;
      expect(others).toEqual([]);
      expect(error!.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId });
      expect(error!.message).toBe(
        `Something went wrong on our side. If it lasts, tell us this number: ${requestId}`,
      );
      const { locations, ...rest } = error as typeof error & { locations?: unknown };
      // Locations in the client's own document.
      expect(locations).toEqual([
        { line: expect.any(Number) as number, column: expect.any(Number) as number },
      ]);
      expect(JSON.stringify(rest)).not.toMatch(INNARDS);
      const lines = log.filter((line) => line.requestId === requestId);
      expect(lines.find(({ err }) => err !== undefined)?.err?.message).toContain(cause);
      expect(lines.map(({ msg }) => msg)).toContain('request');
    };
    try {
      const worker = await api.as('worker@fengyuan.example');
      const { stations } = await worker.get<{
        stations: { nodes: { agreements: { nodes: { id: string; zones: { id: string }[] }[] } }[] };
      }>('{ stations { nodes { agreements { nodes { id zones { id } } } } } }');
      const agreement = stations.nodes[0]!.agreements.nodes[0]!;
      const { indicators } = await worker.get<{
        indicators: { code: string; measures: { code: string }[] }[];
      }>('{ indicators { code measures { code } } }');
      const input = {
        agreementId: agreement.id,
        records: [
          {
            indicator: indicators[0]!.code,
            occurredOn: await dayOfTerm(api, agreement.id),
            zoneId: agreement.zones[0]!.id,
            quantities: [{ measure: indicators[0]!.measures[0]!.code, value: '1' }],
          },
        ],
      };
      await api.world.ownerQuery(
        `alter table core.service_record add constraint swordfish check (recorded_at is null) not valid`,
      );
      expectMasked(await worker.ask(RECORD, { input }), 'swordfish');
      await api.world.ownerQuery('alter table core.service_record drop constraint swordfish');
      await api.world.ownerQuery(
        `create function core.swordfish() returns trigger language plpgsql as $$
         begin raise exception 'swordfish' using detail = 'core.station_access', hint = 'select 1'; end $$;
         create trigger swordfish before insert on core.service_record for each row execute function core.swordfish()`,
      );
      expectMasked(await worker.ask(RECORD, { input }), 'swordfish');
      await api.world.ownerQuery('alter table core.zone rename to swordfish');
      expectMasked(
        await worker.ask('query($id: ID!) { agreement(id: $id) { zones { id } } }', { id: agreement.id }),
        'does not exist',
      );
    } finally {
      await api.close();
    }
  });
});

async function dayOfTerm(api: TestApi, agreementId: string): Promise<string> {
  const [row] = await api.world.ownerQuery<{ day: string }>(
    'select starts_on::text as day from core.term where agreement_id = $1',
    [agreementId],
  );
  return row!.day;
}

describe('outside of the executor', () => {
  const reported: unknown[] = [];
  const mask: Mask<ToyContext> = (error, { info: { language, requestId } }) =>
    toGraphQLError(error, { language, requestId, report: (cause) => reported.push(cause) });
  const failing = (hook: 'didResolveOperation' | 'didResolveSource'): ApolloServerPlugin<ToyContext> => ({
    requestDidStart: async () =>
      Promise.resolve({
        [hook]: () => {
          throw new Error('the password is swordfish');
        },
      }),
  });

  test.each(['didResolveOperation', 'didResolveSource'] as const)(
    'an error of %s is masked and logged too',
    async (hook) => {
      reported.length = 0;
      const silent = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
      const graphql = new ApolloServer<ToyContext>({
        typeDefs: 'type Query { hello: String }',
        plugins: [maskErrors<ToyContext>(mask), failing(hook)],
        includeStacktraceInErrorResponses: false,
        logger: silent,
      });
      const toy = await startToy({ graphql });
      const answer = await query(toy, '{ hello }', { headers: { 'content-type': 'application/json' } });
      expect(answer.status).toBe(500);
      expect(answer.code).toBe('INTERNAL_SERVER_ERROR');
      expect(answer.text).not.toContain('swordfish');
      expect(reported.map(String)).toEqual(['Error: the password is swordfish']);
      await toy.stop();
    },
  );
});

test('client errors are not masked', async () => {
  const { api, log } = await startLogged({});
  const { errors } = await api.anonymous.ask(
    'query($first: Int!) { stations(first: $first) { totalCount } }',
    {
      first: 'ten',
    },
  );
  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  expect(errors[0]!.message).toContain('$first');
  // Null for a nullable variable in a non-null position: this is detected at the field, not before.
  const member = await api.as('worker@fengyuan.example');
  const id = '00000000-0000-4000-8000-000000000000';
  for (const [query, name] of [
    ['query($a: Boolean = true) { viewer { id @include(if: $a) } }', 'if'],
    ['query($a: Boolean = true) { viewer @skip(if: $a) { id } }', 'if'],
    [`query($a: ID = "${id}") { node(id: $a) { id } }`, 'id'],
  ]) {
    const answer = await member.ask(query!, { a: null });
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
    expect(answer.errors[0]!.message).toMatch(`Argument "${name!}" of non-null type`);
  }
  expect(log.filter(({ err }) => err !== undefined)).toEqual([]);
  await api.close();
});
