import { type Api, startApi } from './api';
import { shared } from './shared';

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

/**
 * The worker's one server for test files that add to the demo and disturb no one else: each makes stations or
 * organisations of its own, and expects those of others.
 */
export async function sharedApi(): Promise<Api> {
  return shared('any', async () => startApi(SETTINGS));
}

/** The worker's one server for test files that only read: its database contains the demo and nothing else. */
export async function demoApi(): Promise<Api> {
  return shared('demo', async () => {
    const api = await startApi(SETTINGS);
    await api.world.ownerQuery(REFUSE_WRITES);
    return api;
  });
}
