import { startWorld, type World } from '../kit/world';
let world: World;
beforeAll(async () => { world = await startWorld('template_demo'); });
afterAll(async () => world.close());
it('measures', async () => {
  const [org] = await world.ownerQuery<{ id: string; member: string }>(`select o.id, m.id as member from core.organisation o join core.member m on m.organisation_id=o.id where m.email = 'admin@liwan-bureau.example'`);
  await world.ownerQuery(`insert into core.audit_entry (organisation_id, id, at, member_id, action, operation, agreement_ids, remote_address, request_id)
   select '${org!.id}', (lpad(to_hex((extract(epoch from now())*1000)::bigint - 600000*1000 + i*1000),12,'0') || '-7000-8000-' )::text::text::uuid, now(), null,'READ','x',null,'',''
   from generate_series(1,0) i`).catch(()=>undefined);
  await world.ownerQuery(`insert into core.audit_entry (organisation_id, id, at, member_id, action, thing_id, operation, agreement_ids, remote_address, request_id)
   select '${org!.id}', (substr(h,1,8)||'-'||substr(h,9,4)||'-7000-8000-'||lpad(to_hex(i),12,'0'))::uuid, t,
     case when i % 1000 = 0 then '${org!.member}'::uuid else ('00000000-0000-7000-8000-' || lpad(to_hex(i % 50), 12, '0'))::uuid end,
     case when i % 500 = 0 then 'SIGNED_IN' when i % 100001 = 0 then 'MEMBER_REMOVED' else 'READ' end,
     case when i % 50000 = 0 then 'thing' || i end, 'Overview',
     array(select ('00000000-0000-7000-8000-' || lpad(to_hex((i + k * 7) % 400), 12, '0'))::uuid from generate_series(1, 20) k), '10.0.0.1', 'r' || i
   from generate_series(1, 600000) i, lateral (select now() - (600000 - i) * interval '50 seconds' as t) t, lateral (select lpad(to_hex((extract(epoch from t)*1000)::bigint),12,'0') as h) h`);
  await world.ownerQuery('analyze core.audit_entry');
  const client = await world.database.connect('app_supervisor');
  const explain = async (label: string, sql: string) => {
    const { rows } = await client.query('explain (analyze, buffers off, costs off) ' + sql);
    process.stdout.write(`--- ${label}\n` + rows.map((r: Record<string,string>) => r['QUERY PLAN']).join('\n') + '\n');
  };
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${org!.id}'`);
    await client.query(`set local app.role = 'ADMIN'`);
    const base = `select e.id, e.at, e.before::text from core.audit_entry e where e.organisation_id = '${org!.id}'`;
    for (const [order, name] of [['e.id desc','id'],['e.at desc, e.id desc','at']]) {
      await explain(name + ' no filter', `${base} order by ${order} limit 51`);
      await explain(name + ' member', `${base} and e.member_id = '${org!.member}' order by ${order} limit 51`);
      await explain(name + ' member none', `${base} and e.member_id = '00000000-0000-0000-0000-000000000000' order by ${order} limit 51`);
      await explain(name + ' action rare', `${base} and e.action = 'MEMBER_REMOVED' order by ${order} limit 51`);
      await explain(name + ' thing', `${base} and (e.thing_id = 'thing50000' or e.agreement_ids @> array['00000000-0000-7000-8000-000000000005'::uuid]) order by ${order} limit 51`);
      await explain(name + ' thing none', `${base} and (e.thing_id = 'nothing' or e.agreement_ids @> array['99000000-0000-7000-8000-000000000005'::uuid]) order by ${order} limit 51`);
      await explain(name + ' day', `${base} and e.at >= now() - interval '300 days' and e.at < now() - interval '299 days' order by ${order} limit 51`);
      await explain(name + ' after', `${base} and (e.at, e.id) < (now() - interval '200 days', '00000000-0000-0000-0000-000000000000') order by ${order} limit 51`);
    }
    await explain('count all', `select count(*) from core.audit_entry e where e.organisation_id = '${org!.id}'`);
  } finally { await client.query('rollback'); client.release(); }
}, 120000);
