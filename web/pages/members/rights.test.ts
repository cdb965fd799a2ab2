import { mayRecordMoney, type Rights, rightsInput, rolesOf, withRole } from './rights';

const manager: Rights = { role: 'MANAGER', recordsMoney: true, stations: [{ id: 's1', name: '甲站' }] };

test('only roles that differ in a kind of organisation are offered, and the present one', () => {
  expect(rolesOf('OPERATOR')).toEqual(['ADMIN', 'MANAGER', 'WORKER', 'VIEWER']);
  expect(rolesOf('ASSESSOR')).toEqual(['ADMIN', 'WORKER', 'VIEWER']);
  expect(rolesOf('PURCHASER')).toEqual(['ADMIN', 'VIEWER']);
  expect(rolesOf('PURCHASER', 'MANAGER')).toEqual(['ADMIN', 'MANAGER', 'VIEWER']);
});

test('money is recorded by managers of an operator who are let', () => {
  expect(mayRecordMoney('OPERATOR', 'MANAGER')).toBe(true);
  expect(mayRecordMoney('OPERATOR', 'WORKER')).toBe(false);
  expect(mayRecordMoney('PURCHASER', 'MANAGER')).toBe(false);
});

test('a new role ends what the old one had', () => {
  expect(withRole(manager, 'WORKER', 'OPERATOR')).toEqual({
    ...manager,
    role: 'WORKER',
    recordsMoney: false,
  });
  expect(withRole(manager, 'ADMIN', 'OPERATOR')).toEqual({
    role: 'ADMIN',
    recordsMoney: false,
    stations: null,
  });
});

test('stations are sent by their ids, none as no limit', () => {
  expect(rightsInput(manager).stationIds).toEqual(['s1']);
  expect(rightsInput({ ...manager, stations: null }).stationIds).toBeNull();
});
