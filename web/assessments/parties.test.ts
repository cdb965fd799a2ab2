import { zh } from '../messages/zh';
import { missingScores, partyName } from './parties';

test('a party is called by its kind, one without an account by its own name', () => {
  expect(partyName({ party: 'PURCHASER', name: null }, zh.terms)).toBe('购买方');
  expect(partyName({ party: 'OTHER', name: '村（居）委会' }, zh.terms)).toBe('村（居）委会');
});

test('a score is missing until it was given, also where it is sealed', () => {
  const scores = [
    { party: 'PURCHASER' as const, name: null, scoredAt: '2024-07-01T00:00:00Z', score: null },
    { party: 'SUPERVISOR' as const, name: null, scoredAt: null, score: null },
  ];
  expect(missingScores(scores).map(({ party }) => party)).toEqual(['SUPERVISOR']);
});
