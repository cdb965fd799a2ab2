import { withChanges } from './keyed';

test('other content has another key; what is not typed over stays', () => {
  const draft = { amount: '5', note: '甲', requestKey: 'first' };
  const changed = withChanges(draft, { amount: '9' });
  expect(changed).toMatchObject({ amount: '9', note: '甲' });
  expect(changed.requestKey).not.toBe('first');
  expect(withChanges(draft, { amount: '9' }).requestKey).not.toBe(changed.requestKey);
});
