import { type Client, startApi, type TestApi } from '../kit/api';
import {
  change,
  CHANGE,
  codes,
  invite,
  join,
  lockOfMembers,
  refusalsOf,
  remove,
  REMOVE,
  together,
  VIEWER,
} from './support';

let api: TestApi;
let fengyuan: Client;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

const idOf = async (client: Client): Promise<string> =>
  (await client.get<{ viewer: { id: string } }>(VIEWER)).viewer.id;

describe('the last administrator', () => {
  it('can neither be removed nor get another role', async () => {
    const id = await idOf(fengyuan);
    expect(codes((await remove(fengyuan, id)).userErrors)).toEqual(['LAST_ADMIN memberId']);
    for (const role of ['MANAGER', 'WORKER', 'VIEWER']) {
      expect(codes((await change(fengyuan, { memberId: id, role })).userErrors)).toEqual(['LAST_ADMIN role']);
    }
    // An invited member does not count before joining.
    const { member } = await invite(fengyuan, { role: 'ADMIN' });
    expect(codes((await remove(fengyuan, id)).userErrors)).toEqual(['LAST_ADMIN memberId']);
    await remove(fengyuan, member.id);
    expect(await refusalsOf(fengyuan, VIEWER)).toEqual([]);
  });

  it('remains when two remove or demote each other concurrently, or themselves', async () => {
    const xinyue = await api.as('admin@xinyue.example');
    let first: { id: string; client: Client } = { id: await idOf(xinyue), client: xinyue };
    const rounds: ((id: string) => [string, Record<string, unknown>])[] = [
      (id) => [REMOVE, { id }],
      (id) => [CHANGE, { input: { memberId: id, role: 'VIEWER' } }],
    ];
    for (const [round, own] of rounds.flatMap(
      (it) =>
        [
          [it, true],
          [it, false],
        ] as const,
    )) {
      const second = await join(api, first.client, { role: 'ADMIN' });
      const [one, two] = own ? [first, second] : [second, first];
      await together(api, await lockOfMembers(first.client), [
        async () => first.client.ask(...round(one.id)),
        async () => second.client.ask(...round(two.id)),
      ]);
      const left = await api.world.ownerQuery<{ id: string }>(
        `select m.id from core.member m join core.organisation o on o.id = m.organisation_id
          where o.short_name = '心悦' and m.role = 'ADMIN' and m.joined_at is not null and m.left_at is null`,
      );
      expect(left).toHaveLength(1);
      first = [first, second].find(({ id }) => id === left[0]!.id)!;
    }
  });

  it('can be removed once there is another', async () => {
    const beidouxing = await api.as('admin@beidouxing.example');
    const second = await join(api, beidouxing, { role: 'ADMIN' });
    expect((await remove(beidouxing, await idOf(beidouxing))).userErrors).toEqual([]);
    expect(await refusalsOf(beidouxing, VIEWER)).toEqual(['UNAUTHENTICATED']);
    expect(codes((await remove(second.client, second.id)).userErrors)).toEqual(['LAST_ADMIN memberId']);
  });
});
