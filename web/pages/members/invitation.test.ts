import { invitationOf, linkOf } from './invitation';

test('the token of a link is behind the #, which no server gets', () => {
  const link = new URL(linkOf('swi_a-b', 'https://stations.example'));
  expect(link.pathname).toBe('/console/invitation');
  expect(link.search).toBe('');
  expect(link.hash).toBe('#token=swi_a-b');
});

test('a refusal invites nobody', () => {
  expect(invitationOf('甲', { invitationToken: null, expiresAt: null })).toBeUndefined();
});
