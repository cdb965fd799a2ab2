import { filterOf } from './filter';

const NOTHING = { memberId: null, action: null, outcome: null, thingId: null, from: null, to: null };

test('an address says what the log is limited to', () => {
  const address = new URLSearchParams(
    'member=m1&action=READ&outcome=DONE&thing=t1&from=2024-01-01&to=2024-01-31',
  );
  expect(filterOf(address)).toEqual({
    memberId: 'm1',
    action: 'READ',
    outcome: 'DONE',
    thingId: 't1',
    from: '2024-01-01',
    to: '2024-01-31',
  });
});

test('what it says wrongly does not limit it', () => {
  expect(filterOf(new URLSearchParams('action=DROP&outcome=MAYBE&from=soon'))).toEqual(NOTHING);
});
