import { changedValues, pathText } from './values';

const TEXTS = {
  yes: '是',
  no: '否',
  words: { MANAGER: '主管' },
  fields: { role: '角色', administrator: '管理员', email: '邮箱' },
};
const changed = (before: unknown, after: unknown): unknown =>
  changedValues(before === null ? null : JSON.stringify(before), JSON.stringify(after), TEXTS);

test('only what was changed is shown', () => {
  expect(
    changed({ role: 'WORKER', recordsMoney: false, leftAt: null }, { role: 'MANAGER', recordsMoney: false }),
  ).toEqual([{ path: 'role', was: 'WORKER', becomes: '主管' }]);
});

test('what an entry does not name was left as it was; what it names as nothing was taken away', () => {
  expect(changed({ id: '1', email: 'a@b', role: 'WORKER' }, { role: null })).toEqual([
    { path: 'role', was: 'WORKER', becomes: null },
  ]);
  expect(changedValues('{"role":"WORKER"}', null, TEXTS)).toEqual([
    { path: 'role', was: 'WORKER', becomes: null },
  ]);
});

test('what is new has no value before; yes and no are words; lists are one value', () => {
  expect(changed(null, { recordsMoney: true, stationIds: ['a', 'b'], none: null })).toEqual([
    { path: 'recordsMoney', was: null, becomes: '是' },
    { path: 'stationIds', was: null, becomes: 'a, b' },
  ]);
});

test('moments are those of Guangzhou; what a list holds is said in words', () => {
  expect(changed(null, { joinedAt: '2024-12-31T17:05:00.000Z', roles: ['MANAGER', 'x'] })).toEqual([
    { path: 'joinedAt', was: null, becomes: '2025-01-01 01:05' },
    { path: 'roles', was: null, becomes: '主管, x' },
  ]);
});

test('values within values are named by their path, lists by the place in them', () => {
  const [email, second] = changedValues(null, '{"administrator":{"email":"a@b"},"rows":[{"x":1}]}', TEXTS);
  expect(pathText(email!.path, TEXTS)).toBe('管理员 · 邮箱');
  expect(second).toEqual({ path: 'rows.0.x', was: null, becomes: '1' });
  expect(pathText(second!.path, TEXTS)).toBe('rows · 1 · x');
});
