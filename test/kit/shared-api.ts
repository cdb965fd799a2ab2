import { type Api, startApi, type TestApi } from './api';

declare global {
  var sharedApis: Map<'demo' | 'any', Promise<TestApi>> | undefined;
}

/** Rate limits are for one test file's requests. */
const SETTINGS = { COST_PER_MINUTE: '1000000000' };

/** Refuses every write but those that reading as a member makes. */
const REFUSE_WRITES = `do $$
  declare name regclass;
  begin
    create function core.refuse_write() returns trigger language plpgsql as
      'begin raise exception ''the demo is only read: use sharedApi() or startApi()''; end';
    for name in select oid from pg_class where relnamespace = 'core'::regnamespace and relkind in ('r', 'p')
                   and relname not in ('session', 'audit_entry')
    loop
      execute format('create trigger refuse_write before insert or update or delete on %s
                      for each statement execute function core.refuse_write()', name);
    end loop;
  end $$`;

/** Those that earlier files have left open: an operator and a street may have twenty at once. */
const WITHDRAW_PROPOSALS = `update core.agreement set state = 'WITHDRAWN', state_reason = 'left open', ended_by = proposed_by where state = 'PROPOSED'`;

/**
 * The worker's one server for test files that add to the demo and disturb no one else: each makes stations or
 * organisations of its own, and expects those of others.
 */
export async function sharedApi(): Promise<Api> {
  const api = await once('any', async () => startApi(SETTINGS));
  await api.world.ownerQuery(WITHDRAW_PROPOSALS);
  return api;
}

/** The worker's one server for test files that only read: its database contains the demo and nothing else. */
export async function demoApi(): Promise<Api> {
  return once('demo', async () => {
    const api = await startApi(SETTINGS);
    await api.world.ownerQuery(REFUSE_WRITES);
    return api;
  });
}

async function once(kind: 'demo' | 'any', start: () => Promise<TestApi>): Promise<TestApi> {
  if (!globalThis.sharedApis) {
    globalThis.sharedApis = new Map();
    // Jest ends a worker by taking its own listener away, and lets it end by itself: what is shared would keep it alive.
    process.on('removeListener', (event) => {
      if (event === 'message') process.exit();
    });
  }
  const running = globalThis.sharedApis.get(kind) ?? start();
  globalThis.sharedApis.set(kind, running);
  // One that has not started is not kept for the next file.
  running.catch(() => globalThis.sharedApis?.delete(kind));
  return running;
}

/** For a run in Jest's own process, which has no worker. */
export async function closeSharedApis(): Promise<void> {
  for (const running of globalThis.sharedApis?.values() ?? []) await (await running).close();
}
