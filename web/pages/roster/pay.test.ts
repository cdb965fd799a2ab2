import { changedPay, paidIn } from './pay';

const person = (id: string, employedFrom: string, employedTo: string | null = null) => ({
  id,
  voidedAt: null as string | null,
  spells: [{ id: `${id}-spell`, employedFrom, employedTo, employedToAsGiven: employedTo }],
  pay: [{ month: '2024-07', socialInsurancePaid: true, salaryPaid: null }],
});

test('pay is asked for of who was on post in the month, or has an entry of it', () => {
  const left = { ...person('left', '2024-05-01', '2024-07-31'), pay: [] };
  const later = { ...person('later', '2024-09-01'), pay: [] };
  const voided = { ...person('voided', '2024-05-01'), voidedAt: '2024-06-01T00:00:00Z' };
  const paid = person('paid', '2024-09-01');
  expect(paidIn([left, later, voided, paid], '2024-07').map(({ id }) => id)).toEqual(['left', 'paid']);
  expect(paidIn([left, later, voided, paid], '2024-08')).toEqual([]);
});

test('what differs from what is recorded is sent, with the other tick as it was', () => {
  const people = [person('a', '2024-05-01'), person('b', '2024-05-01'), person('c', '2024-05-01')];
  const changes = {
    a: { salaryPaid: 'YES' },
    b: { socialInsurancePaid: 'YES' },
    c: { socialInsurancePaid: '' },
  } as const;
  expect(changedPay(people, '2024-07', changes)).toEqual([
    { memberId: 'a', month: '2024-07', socialInsurancePaid: true, salaryPaid: true },
    { memberId: 'c', month: '2024-07', socialInsurancePaid: null, salaryPaid: null },
  ]);
});
