import { invitationOf, linkOf, resetOf } from './invitation';

test('the token of a link is behind the #, which no server gets', () => {
  const link = new URL(linkOf({ kind: 'INVITATION', token: 'swi_a-b' }, 'https://stations.example'));
  expect(link.pathname).toBe('/console/invitation');
  expect(link.search).toBe('');
  expect(link.hash).toBe('#token=swi_a-b');
});

test('a refusal invites nobody', () => {
  expect(invitationOf('甲', { invitationToken: null, expiresAt: null })).toBeUndefined();
});

test('the link that resets a password leads to a page of its own', () => {
  const reset = resetOf('甲', { token: 'swr_a', expiresAt: '2026-11-30T00:00:00Z' });
  expect(reset && linkOf(reset, 'https://stations.example')).toBe(
    'https://stations.example/console/reset#token=swr_a',
  );
  expect(resetOf('甲', { token: null, expiresAt: null })).toBeUndefined();
});
